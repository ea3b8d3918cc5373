import type { JourneyView } from "@polku/journey";
import { drawnMean, teamPoints } from "@polku/journey";
import type { PlannedJourney, PlannedRow } from "./plannedJourney.ts";

/** A colon ends a name and `#`, `;` begin a comment or a statement there: they are written as what looks like them, or as a space. */
function name(text: string): string {
  return (
    text
      .replaceAll(":", "\u2236")
      .replace(/[#;\s]+/g, " ")
      .trim() || "–"
  );
}

/** Valence −2..2 as Mermaid's score 1..5. */
function score(v: number): number {
  return Math.min(5, Math.max(1, Math.round(3 + v)));
}

/**
 * The main path as a Mermaid `journey` diagram: its stages, its touchpoints, the mean of the drawn curve as a score of 1 to 5 (3 where
 * nothing is drawn) and who the customer is. It holds no lanes, no evidence and no journeys inside.
 */
export function writeMermaid(view: JourneyView): string {
  const who = name(view.personas[0]?.name ?? (view.meta.lang === "fi" ? "Asiakas" : "Customer")).replaceAll(
    ",",
    " ",
  );
  const lines = ["journey", `    title ${name(view.meta.title)}`];
  for (const stage of view.path.stages) {
    lines.push(`    section ${name(stage.title)}`);
    for (const id of stage.touchpointIds) {
      const touchpoint = view.touchpoints.get(id);
      if (!touchpoint) continue;
      const mean = drawnMean(teamPoints(touchpoint)) ?? 0;
      lines.push(`      ${name(touchpoint.title)}: ${score(mean)}: ${who}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

export function isMermaid(text: string): boolean {
  const first = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("%%") && line !== "---");
  return first === "journey";
}

/** The score is read from the right: a name may hold a colon of its own. */
const TASK = /^(.*):\s*(-?\d+(?:\.\d+)?)\s*(?::\s*(.*))?$/;

export type MermaidLine = { readonly row: number; readonly text: string };

/** Reads a `journey` diagram. Lines that are neither a title, a section nor a task come back as they were. */
export function readMermaid(text: string): { plan: PlannedJourney; skipped: MermaidLine[] } {
  const rows: PlannedRow[] = [];
  const skipped: MermaidLine[] = [];
  let title = "";
  let stage = "";
  let count = 0;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line === "journey" || line.startsWith("%%")) continue;
    const named = /^(title|section)\s+(.*)$/.exec(line);
    const task = TASK.exec(line);
    if (named?.[1] === "title") title = shown(named[2]);
    else if (named) {
      stage = shown(named[2]);
      rows.push({ number: "", inside: null, stage, touchpoint: null });
    } else if (task) {
      if (rows.at(-1)?.touchpoint === null && rows.at(-1)?.stage === stage) rows.pop();
      count += 1;
      const v = Math.min(2, Math.max(-2, Number(task[2]) - 3));
      rows.push({ number: String(count), inside: null, stage, touchpoint: taskAs(shown(task[1]), v) });
    } else skipped.push({ row: i + 1, text: line.slice(0, 200) });
  }
  return { plan: { title, lanes: [{ kind: "customer_action", title: "" }], rows }, skipped };
}

function shown(text: string | undefined): string {
  const plain = (text ?? "").replaceAll("\u2236", ":").trim();
  return plain === "–" ? "" : plain;
}

function taskAs(title: string, v: number) {
  return {
    title,
    note: "",
    channel: null,
    contactKind: null,
    official: true,
    mot: false,
    points: [[0.5, v] as const],
    texts: [""],
  };
}
