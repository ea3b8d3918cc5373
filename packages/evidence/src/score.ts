import type { Rating } from "./contact.ts";
import { type Scale, scaleEnds } from "./scales.ts";

// Whole words only: "Not offered" of a service desk and "Nothing really" of a customer are no thumbs down.
const up = /^(👍|😀|🙂|(up|good|hyvä|yes|kyllä|positive|positiivinen|peukku ylös|thumbs up|true)(?!\p{L}))/iu;
const down =
  /^(👎|🙁|😡|(down|bad|huono|no|ei|negative|negatiivinen|peukku alas|thumbs down|false)(?!\p{L}))/iu;

/** Reads `9`, `9/10`, `4,5`, `5 – very satisfied`, `85 %`, thumbs in words; undefined when empty or outside the scale. */
export function readScore(value: string, scale: Scale): Rating | undefined {
  const x = scale === "thumb" ? thumb(value) : number(value);
  const [low, high] = scaleEnds[scale];
  return x === undefined || x < low || x > high ? undefined : { scale, x };
}

/** The number a cell begins with, or undefined. */
function number(value: string): number | undefined {
  const found = /^\s*(-?\d{1,3}(?:[.,]\d{1,3})?)(?=$|[\s/%–—:=(★*-])/u.exec(value);
  return found?.[1] === undefined ? undefined : Number(found[1].replace(",", "."));
}

/** Which scale a column holds, from its heading and its values; null when they are no scores. */
export function guessScale(heading: string, values: readonly string[]): Scale | null {
  const filled = values.filter((value) => value.trim() !== "");
  if (filled.length === 0) return null;
  if (
    mostly(filled, (value) => up.test(value.trim()) || down.test(value.trim())) &&
    mostly(filled, (value) => value.length < 20)
  )
    return "thumb";
  const numbers = filled.map(number).filter((x) => x !== undefined);
  if (numbers.length < filled.length * 0.8) return null;
  return byNumbers(heading.toLowerCase(), Math.max(...numbers), Math.min(...numbers), filled);
}

function byNumbers(heading: string, max: number, min: number, filled: readonly string[]): Scale | null {
  if (min < 0 || max > 100) return null;
  if (/(nps|suosittel|recommend)/.test(heading) && max <= 10) return "nps";
  if (/%|prosent|percent/.test(heading) || mostly(filled, (value) => value.trim().endsWith("%")))
    return "percent";
  if (/(smiley|hymiö|happyornot)/.test(heading) && max <= 4 && min >= 1) return "smiley4";
  if (/(thumb|peukku)/.test(heading) && max <= 1) return "thumb";
  if (/(star|täht|tähde)/.test(heading) && max <= 5 && min >= 1) return "stars5";
  if (/(ces|effort|vaiva|easy|ease|helppo)/.test(heading) && max <= 7 && min >= 1) {
    return /(effort|vaiva)/.test(heading) && !/(ces|easy|ease|helppo)/.test(heading) ? "ces7_effort" : "ces7";
  }
  const rates = /(csat|satisf|tyytyväi|arvosana|arvio|rating|score|pisteet|grade|kokemus)/.test(heading);
  if (!rates) return null;
  if (max <= 5 && min >= 1) return "csat5";
  if (max <= 7 && min >= 1) return "csat7";
  return max <= 10 ? "nps" : "percent";
}

function thumb(value: string): number | undefined {
  const text = value.trim();
  if (text === "1" || up.test(text)) return 1;
  return text === "0" || down.test(text) ? 0 : undefined;
}

function mostly(values: readonly string[], is: (value: string) => boolean): boolean {
  return values.filter(is).length >= values.length * 0.8;
}
