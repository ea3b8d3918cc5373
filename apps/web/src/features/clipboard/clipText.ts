import {
  cellKey,
  clipField,
  copiedShapes,
  type CopiedShape,
  type Field,
  type JourneyClip,
  type JourneyView,
} from "@polku/journey";

/** Our own part of the clipboard: inside its HTML, where other programs carry it along and show nothing of it. */
const MARK = /data-polku-clip="([^"]*)"/;

/** The HTML that carries a clip; what other programs show of it are the titles. */
export function htmlOfClip(clip: JourneyClip): string {
  const titles = clip.touchpoints.map(({ title }) => `<li>${escaped(title)}</li>`).join("");
  return `<ul data-polku-clip="${encodeURIComponent(JSON.stringify(clip))}">${titles}</ul>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** One field of a table, in quotes where it holds what parts fields. */
function quoted(words: string): string {
  return /[\t\n"]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** The clip as a table for other programs: a column for each touchpoint, its title and what its cells say. */
export function textOfClip(clip: JourneyClip): string {
  const laneIds = [...new Set(clip.touchpoints.flatMap(({ cells }) => cells.map(({ lane }) => lane.id)))];
  const rows = [
    clip.touchpoints.map(({ title }) => title),
    ...laneIds.map((id) =>
      clip.touchpoints.map(({ cells }) => cells.find(({ lane }) => lane.id === id)?.text ?? ""),
    ),
  ];
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** Some cells as a table for any program: a row for each lane, a column for each touchpoint, as they were gathered. */
export function textOfCells(
  view: JourneyView,
  cells: readonly { readonly laneId: string; readonly touchpointId: string }[],
): string {
  const inOrder = [...new Set(cells.map(({ touchpointId }) => touchpointId))];
  const lanes = view.lanes.filter(({ id }) => cells.some(({ laneId }) => laneId === id));
  const words = (laneId: string, touchpointId: string): string =>
    cells.some((one) => one.laneId === laneId && one.touchpointId === touchpointId)
      ? (view.cells.get(cellKey(laneId, touchpointId))?.blocks ?? []).map(({ text }) => text).join("\n")
      : "";
  return lanes.map(({ id }) => inOrder.map((at) => quoted(words(id, at))).join("\t")).join("\n");
}

/** The clip that some HTML carries; null when it carries none, "unreadable" when it carries something that is none. */
export function clipOfHtml(html: string): JourneyClip | null | "unreadable" {
  return carried(MARK, clipField, html);
}

/** What some HTML carries under a mark, read. */
function carried<T>(mark: RegExp, field: Field<T>, html: string): T | null | "unreadable" {
  const found = mark.exec(html)?.[1];
  if (found === undefined) return null;
  try {
    const read = field(JSON.parse(decodeURIComponent(found)), "clip");
    return read.ok ? read.value : "unreadable";
  } catch {
    // Cut off or changed on its way.
    return "unreadable";
  }
}

const SHAPES_MARK = /data-polku-shapes="([^"]*)"/;

/** The HTML that carries shapes; what other programs show of them is what is written on them. */
export function htmlOfShapes(shapes: readonly CopiedShape[], journeyId: string): string {
  const words = shapes.map(({ text = "" }) => (text === "" ? "" : `<li>${escaped(text)}</li>`)).join("");
  const carries = encodeURIComponent(JSON.stringify(shapes));
  return `<ul data-polku-from="${encodeURIComponent(journeyId)}" data-polku-shapes="${carries}">${words}</ul>`;
}

/** The journey that shapes were copied in, as some HTML says; null when it does not. */
export function journeyOfHtml(html: string): string | null {
  const found = /data-polku-from="([\w-]{1,64})"/.exec(html)?.[1];
  return found ?? null;
}

/** The shapes that some HTML carries; null when it carries none, "unreadable" when it carries something that is none. */
export function shapesOfHtml(html: string): readonly CopiedShape[] | null | "unreadable" {
  return carried(SHAPES_MARK, copiedShapes, html);
}

/**
 * A pasted table: tabs part columns, line ends rows, quotes hold both (as Excel and LibreOffice write it). A list of lines without tabs is
 * a row: its lines go along the lane, one to a touchpoint.
 */
export function tableOfText(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? "";
    const row = rows.at(-1) ?? [];
    const fieldNow = row.at(-1) ?? "";
    if (quoted && letter === '"' && text[i + 1] === '"') {
      row[row.length - 1] = `${fieldNow}"`;
      i += 1;
    } else if (letter === '"' && (quoted || fieldNow === "")) quoted = !quoted;
    else if (!quoted && letter === "\t") row.push("");
    else if (!quoted && letter === "\n") rows.push([""]);
    else if (letter !== "\r") row[row.length - 1] = fieldNow + letter;
  }
  while (rows.length > 1 && rows.at(-1)?.every((one) => one === "")) rows.pop();
  return rows.every((row) => row.length === 1) ? [rows.map(([line = ""]) => line)] : rows;
}
