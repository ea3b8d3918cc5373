import type { Words } from "@polku/drawing";
import {
  CHANNELS,
  CONTACT_KINDS,
  hasCells,
  LANE_KINDS,
  SUB_JOURNEY_KINDS,
  type LaneKind,
  type SubJourneyKind,
} from "@polku/journey";
import type { Language } from "@polku/protocol";
import { wordsEn } from "../pictures/wordsEn.ts";
import { wordsFi } from "../pictures/wordsFi.ts";
import type { PlannedJourney, PlannedRow } from "./plannedJourney.ts";
import { numberAbove } from "./plannedJourney.ts";

type Column =
  | "number"
  | "kind"
  | "journey"
  | "stage"
  | "touchpoint"
  | "note"
  | "channel"
  | "contact"
  | "official"
  | "mot"
  | "feeling";

const HEADINGS: Readonly<Record<Language, Readonly<Record<Column, string>>>> = {
  en: {
    number: "No.",
    kind: "Kind of journey",
    journey: "Journey inside",
    stage: "Stage",
    touchpoint: "Touchpoint",
    note: "Note",
    channel: "Channel",
    contact: "Contact",
    official: "Official",
    mot: "Moment of truth",
    feeling: "Feeling (when 0–1: −2…+2)",
  },
  fi: {
    number: "Nro",
    kind: "Polun laji",
    journey: "Sisempi polku",
    stage: "Vaihe",
    touchpoint: "Kohtaamispiste",
    note: "Muistiinpano",
    channel: "Kanava",
    contact: "Kohtaaminen",
    official: "Virallinen",
    mot: "Totuuden hetki",
    feeling: "Tunne (milloin 0–1: −2…+2)",
  },
};
const COLUMNS = Object.keys(HEADINGS.en) as Column[];
const YES: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  en: ["yes", "no"],
  fi: ["kyllä", "ei"],
};
const KINDS: Readonly<Record<Language, Readonly<Record<SubJourneyKind, string>>>> = {
  en: { feedback: "feedback", complaint: "complaint", claim: "claim", survey: "survey", free: "free" },
  fi: { feedback: "palaute", complaint: "valitus", claim: "reklamaatio", survey: "kysely", free: "vapaa" },
};
const WORDS: Readonly<Record<Language, Words>> = { en: wordsEn, fi: wordsFi };

/** The journey as a table in a language: the first row holds the headings. All cells are text. */
export function journeyRows(plan: PlannedJourney, lang: Language): string[][] {
  const words = WORDS[lang];
  const lanes = plan.lanes.map(({ kind, title }) => title || words.lanes[kind]);
  return [
    [...COLUMNS.map((column) => HEADINGS[lang][column]), ...lanes],
    ...plan.rows.map((row) => cells(row, lang)),
  ];
}

function cells({ number, inside, stage, touchpoint }: PlannedRow, lang: Language): string[] {
  const words = WORDS[lang];
  const say = (yes: boolean): string => YES[lang][yes ? 0 : 1];
  const start = [number, inside ? KINDS[lang][inside.kind] : "", inside?.title ?? "", stage];
  if (!touchpoint) return start;
  const { channel, contactKind, points } = touchpoint;
  return [
    ...start,
    touchpoint.title,
    touchpoint.note,
    channel ? words.channels[channel] : "",
    contactKind ? words.contactKinds[contactKind] : "",
    say(touchpoint.official),
    say(touchpoint.mot),
    points.map(([t, v]) => `${t}: ${v}`).join("; "),
    ...touchpoint.texts,
  ];
}

/** A row that could not be read whole, and the column with its words. */
export type SkippedCell = { readonly row: number; readonly column: string; readonly text: string };

type Headings = {
  readonly at: Readonly<Partial<Record<Column, number>>>;
  readonly lanes: readonly { readonly kind: LaneKind; readonly title: string; readonly at: number }[];
};

function same(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

function readHeadings(headings: readonly string[]): Headings {
  const at: Partial<Record<Column, number>> = {};
  const lanes: { kind: LaneKind; title: string; at: number }[] = [];
  for (const [i, heading] of headings.entries()) {
    const column = COLUMNS.find(
      (one) => at[one] === undefined && (same(HEADINGS.en[one], heading) || same(HEADINGS.fi[one], heading)),
    );
    if (column) at[column] = i;
    else lanes.push({ ...laneOf(heading), at: i });
  }
  return { at, lanes };
}

/** A heading that is the usual name of a kind of lane is that lane; any other is a lane of the team's own. */
function laneOf(heading: string): { kind: LaneKind; title: string } {
  const kind = LANE_KINDS.find(
    (one) => hasCells(one) && (same(wordsEn.lanes[one], heading) || same(wordsFi.lanes[one], heading)),
  );
  return kind ? { kind, title: "" } : { kind: "custom", title: heading };
}

/** What a person may write for one of our names: the name itself, or its word in either language. */
function named<T extends string>(
  names: readonly T[],
  words: (name: T) => readonly string[],
  text: string,
): T | null {
  return names.find((one) => same(one, text) || words(one).some((word) => same(word, text))) ?? null;
}

function readYes(text: string, empty: boolean): boolean {
  if (text.trim() === "") return empty;
  return [...YES.en.slice(0, 1), ...YES.fi.slice(0, 1), "x", "1", "true"].some((word) => same(word, text));
}

/** "0.5: -1; 0.9: 2", or one number for the middle; null when it is neither, or out of −2 … +2. */
function readPoints(text: string): (readonly [number, number])[] | null {
  const points: (readonly [number, number])[] = [];
  for (const part of text.split(";").map((one) =>
    one
      .trim()
      .replaceAll("−", "-")
      .replace(/(\d),(\d)/g, "$1.$2"),
  )) {
    if (part === "") continue;
    const [first = "", second] = part.split(":");
    const [t, v] = second === undefined ? [0.5, Number(first)] : [Number(first), Number(second)];
    if (!(t >= 0 && t <= 1 && v >= -2 && v <= 2)) return null;
    points.push([t, v]);
  }
  return points;
}

/** True when a table has what makes it a journey: a column of stages or of touchpoints, named as we name them. */
export function isJourneyTable(headings: readonly string[]): boolean {
  const { at } = readHeadings(headings);
  return at.touchpoint !== undefined;
}

/** Reads a table as a journey. Words that are not understood are left out of their row and told. */
export function readJourneyRows(
  headings: readonly string[],
  records: Iterable<{ readonly row: number; readonly cells: readonly string[] }>,
  title: string,
): { plan: PlannedJourney; skipped: SkippedCell[] } {
  const { at, lanes } = readHeadings(headings);
  const skipped: SkippedCell[] = [];
  const rows: PlannedRow[] = [];
  let count = 0;
  for (const { row, cells: texts } of records) {
    const text = (column: Column): string =>
      at[column] === undefined ? "" : (texts[at[column]] ?? "").trim();
    if (texts.every((one) => one.trim() === "")) continue;
    const understood = <T>(column: Column, value: T | null): T | null => {
      if (value === null && text(column) !== "")
        skipped.push({ row, column: headings[at[column] ?? 0] ?? column, text: text(column).slice(0, 200) });
      return value;
    };
    const isInside = numberAbove(text("number")) !== "";
    const kind = named(SUB_JOURNEY_KINDS, (one) => [KINDS.en[one], KINDS.fi[one]], text("kind"));
    if (!isInside) count += 1;
    const texts2 = lanes.map((lane) => (texts[lane.at] ?? "").trim());
    const isEmptyStage =
      text("touchpoint") === "" && texts2.every((one) => one === "") && text("stage") !== "";
    rows.push({
      number: text("number") || String(count),
      inside: isInside ? { kind: kind ?? "free", title: text("journey") } : null,
      stage: text("stage") || (rows.at(-1)?.stage ?? ""),
      touchpoint: isEmptyStage
        ? null
        : {
            title: text("touchpoint"),
            note: text("note"),
            channel: understood(
              "channel",
              named(CHANNELS, (one) => [wordsEn.channels[one], wordsFi.channels[one]], text("channel")),
            ),
            contactKind: understood(
              "contact",
              named(
                CONTACT_KINDS,
                (one) => [wordsEn.contactKinds[one], wordsFi.contactKinds[one]],
                text("contact"),
              ),
            ),
            official: readYes(text("official"), true),
            mot: readYes(text("mot"), false),
            points: understood("feeling", readPoints(text("feeling"))) ?? [],
            texts: texts2,
          },
    });
  }
  return {
    plan: { title, lanes: lanes.map(({ kind, title: name }) => ({ kind, title: name })), rows },
    skipped,
  };
}
