import type { CodedStretch, Contact } from "../contact.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import { HostileXml, walkXml } from "./xml.ts";
import { openZip } from "./zip.ts";

type Source = {
  guid: string;
  name: string;
  path: string;
  at: string;
  text: string;
  stretches: { from: number; to: number; codes: string[] }[];
};

/**
 * Reads a REFI-QDA project (.qdpx: NVivo, ATLAS.ti, MAXQDA and others) as far as its texts, its coded stretches and its codes: every text is a
 * contact, every coded stretch a quote, every code a theme. Pictures, sound, memos, cases and links are left. Positions count code points (REFI-QDA 1.5).
 */
export function readCodedProject(bytes: Uint8Array): Contact[] | Refusal {
  const parts = openZip(
    bytes,
    (name) => /(^|\/)[^/]+\.qde$/i.test(name) || /^sources\/[^/]+\.txt$/i.test(name),
  );
  if (isRefusal(parts)) return parts;
  const project = [...parts].find(([name]) => /\.qde$/i.test(name))?.[1];
  if (project === undefined) return refuse("damaged");
  try {
    const { sources, codes } = readProject(new TextDecoder("utf-8").decode(project));
    const contacts = sources.flatMap((source, index) => {
      const file = parts.get(source.path.replace(/^internal:\/\//, "sources/"));
      const text =
        source.text !== "" ? source.text : file === undefined ? "" : new TextDecoder("utf-8").decode(file);
      return text.trim() === "" ? [] : [contactOf(index + 1, source, text.replace(/^\uFEFF/, ""), codes)];
    });
    return contacts.length === 0 ? refuse("no-words") : contacts;
  } catch (error) {
    if (error instanceof HostileXml) return refuse("bomb");
    throw error;
  }
}

function readProject(xml: string): { sources: Source[]; codes: Map<string, string> } {
  const codes = new Map<string, string>();
  const sources: Source[] = [];
  let source: Source | null = null;
  let stretch: Source["stretches"][number] | null = null;
  let inContent = false;
  for (const piece of walkXml(xml)) {
    if (piece.t === "text") {
      if (inContent && source !== null) source.text += piece.text;
      continue;
    }
    const { name } = piece;
    const get = (attribute: string): string =>
      piece.t === "open" ? (piece.attributes.get(attribute) ?? "") : "";
    if (name === "PlainTextContent") inContent = piece.t === "open";
    else if (piece.t === "close") {
      if (name === "TextSource") source = null;
      if (name === "PlainTextSelection") stretch = null;
    } else if (name === "Code") codes.set(get("guid"), get("name").trim().slice(0, 80));
    else if (name === "TextSource") {
      const [guid, title, path, at] = [
        get("guid"),
        get("name"),
        get("plainTextPath"),
        get("creationDateTime"),
      ];
      source = { guid, name: title, path, at, text: "", stretches: [] };
      sources.push(source);
    } else if (name === "PlainTextSelection" && source !== null) {
      stretch = { from: Number(get("startPosition")), to: Number(get("endPosition")), codes: [] };
      source.stretches.push(stretch);
    } else if (name === "CodeRef" && stretch !== null) stretch.codes.push(get("targetGUID"));
  }
  return { sources, codes };
}

function contactOf(row: number, source: Source, whole: string, codes: ReadonlyMap<string, string>): Contact {
  // Positions count code points, of the text as it is: composing letters or line ends first would move them.
  const places = placesOf(whole);
  const last = places.length - 1;
  const stretches = source.stretches.flatMap(({ from, to, codes: of }): CodedStretch[] => {
    const real = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= last;
    const themes = [...new Set(of.flatMap((guid) => codes.get(guid) ?? []))].filter((theme) => theme !== "");
    if (!real) return [];
    const [begin = 0, end = 0] = [places[from], places[to]];
    return whole.slice(begin, end).trim() === "" ? [] : [{ from: begin, to: end, themes }];
  });
  return {
    row,
    text: whole,
    occurredAt: null,
    timed: false,
    themes: [...new Set(stretches.flatMap(({ themes }) => themes))].slice(0, 20),
    ...(source.guid !== "" && { externalId: source.guid }),
    stretches,
  };
}

/** Where each code point of a text begins, and its end. */
function placesOf(text: string): Uint32Array {
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    places.push(at);
    at += letter.length;
  }
  return Uint32Array.from([...places, at]);
}
