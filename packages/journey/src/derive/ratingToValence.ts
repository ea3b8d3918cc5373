/** A scale people answered on. `ces7_effort` is a CES where 7 means much effort. */
export type RatingScale =
  | "stars5"
  | "csat5"
  | "csat7"
  | "ces7"
  | "ces7_effort"
  | "percent"
  | "thumb"
  | "zendesk"
  | "smiley4"
  | "nps";

/** NPS answer → valence; detractors (0–6) stay below 0. Our own convention. */
const NPS: readonly (readonly [number, number])[] = [
  [0, -2],
  [6, -0.5],
  [7, 0],
  [8, 0.5],
  [9, 1.5],
  [10, 2],
];

function within(x: number, low: number, high: number, valence: (x: number) => number) {
  return x >= low && x <= high ? valence(x) : null;
}

function npsValence(x: number): number | null {
  for (const [index, [left, low]] of NPS.entries()) {
    const next = NPS[index + 1];
    if (next !== undefined && x >= left && x <= next[0]) {
      return low + ((next[1] - low) * (x - left)) / (next[0] - left);
    }
  }
  return null;
}

function exactly(x: number, answers: ReadonlyMap<number, number>): number | null {
  return answers.get(x) ?? null;
}

const THUMB = new Map([
  [0, -1],
  [1, 1],
]);
const SMILEY = new Map([
  [1, -2],
  [2, -1],
  [3, 1],
  [4, 2],
]);

/**
 * What a rating says as a valence −2..2 (method A3). Null when the answer is missing, outside its
 * scale, or the scale is not one we know. Zendesk's good and bad may come as words or as 1 and 0.
 */
export function ratingToValence(scale: string, x: number | string | null): number | null {
  const value = scale === "zendesk" ? zendeskAnswer(x) : x;
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  switch (scale) {
    case "stars5":
    case "csat5":
      return within(value, 1, 5, (answer) => answer - 3);
    case "csat7":
    case "ces7":
      return within(value, 1, 7, (answer) => ((answer - 4) * 2) / 3);
    case "ces7_effort":
      return within(value, 1, 7, (answer) => ((4 - answer) * 2) / 3);
    case "percent":
      return within(value, 0, 100, (answer) => answer / 25 - 2);
    case "thumb":
    case "zendesk":
      return exactly(value, THUMB);
    case "smiley4":
      return exactly(value, SMILEY);
    case "nps":
      return npsValence(value);
    default:
      return null;
  }
}

function zendeskAnswer(x: number | string | null): number | string | null {
  if (x === "good") return 1;
  if (x === "bad") return 0;
  return x;
}
