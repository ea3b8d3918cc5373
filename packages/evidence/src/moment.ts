/** A time as the file says it: ISO 8601 UTC, and whether the time of day was there too. */
export interface Moment {
  readonly iso: string;
  readonly timed: boolean;
}

const months = [
  "jan|tammi",
  "feb|helmi",
  "mar(?!ras)|maalis",
  "apr|huhti",
  "may|touko",
  "jun|kesä",
  "jul|heinä",
  "aug|elo",
  "sep|syys",
  "oct|loka",
  "nov|marras",
  "dec|joulu",
];
const clock = String.raw`(?:[T,\s]+(?:klo\s*)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?|[ai]p\.?)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT|EET|EEST|[+-]\d{2}:?\d{2})?`;
const isoLike = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}${zone}$`, "i");
const dotted = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${clock}${zone}$`, "i");
const slashed = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})${clock}${zone}$`, "i");
const worded = new RegExp(
  String.raw`^(?:(\d{1,2})\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})|(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4}))${clock}${zone}$`,
  "iu",
);

/**
 * Reads one date or date and time: ISO, `3.11.2026 klo 9.41`, `2026/11/03 9.41.22 ap. EET`, `3/11/2026`, `Nov 3, 2026 9:41 AM`,
 * `3. marraskuuta 2026`, Unix milliseconds. Without a zone the time is taken as UTC. `dayFirst` decides `3/11/2026`; when it is not given, a day over 12 decides, else
 * day first. Null when it is no date.
 */
export function readMoment(value: string, dayFirst?: boolean): Moment | null {
  const text = value.trim();
  if (text === "" || text.length > 60) return null;
  if (/^\d{13}$/.test(text)) return { iso: new Date(Number(text)).toISOString(), timed: true };
  const iso = isoLike.exec(text);
  if (iso) return moment(iso[1], iso[2], iso[3], iso.slice(4));
  const dots = dotted.exec(text);
  if (dots) return moment(dots[3], dots[2], dots[1], dots.slice(4));
  const slashes = slashed.exec(text);
  if (slashes) return readSlashed(slashes, dayFirst);
  const words = worded.exec(text);
  if (words)
    return moment(
      words[3] ?? words[6],
      monthNumber(words[2] ?? words[4]),
      words[1] ?? words[5],
      words.slice(7),
    );
  return null;
}

/** What a column of dates says about `1/2/2026`: all sure, day or month first, or nobody can tell. */
export function dayOrder(values: readonly string[]): "sure" | "day-first" | "month-first" | "ambiguous" {
  let slashes = 0;
  for (const value of values) {
    const found = slashed.exec(value.trim());
    if (!found) continue;
    slashes += 1;
    if (Number(found[1]) > 12) return "day-first";
    if (Number(found[2]) > 12) return "month-first";
  }
  return slashes === 0 ? "sure" : "ambiguous";
}

function readSlashed(found: RegExpExecArray, dayFirst: boolean | undefined): Moment | null {
  const monthFirst = dayFirst === undefined ? Number(found[2]) > 12 : !dayFirst;
  const [day, month] = monthFirst ? [found[2], found[1]] : [found[1], found[2]];
  const year = found[3]?.length === 2 ? `20${found[3]}` : found[3];
  return moment(year, month, day, found.slice(4));
}

function monthNumber(word: string | undefined): string | undefined {
  const index = months.findIndex((names) => new RegExp(`^(${names})`, "i").test(word ?? ""));
  return index === -1 ? undefined : String(index + 1);
}

function moment(
  year?: string,
  month?: string,
  day?: string,
  time: readonly (string | undefined)[] = [],
): Moment | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const [hour, minute, second, half, offset] = time;
  const hours = hour === undefined ? 0 : hourOf(Number(hour), half);
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    hours,
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  const date = new Date(at);
  const real =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  if (!real || Number(year) < 1970 || hours > 23 || Number(minute ?? 0) > 59) return null;
  return { iso: new Date(at - offsetMs(offset)).toISOString(), timed: hour !== undefined };
}

/** 12-hour clocks in English (am, pm) and Finnish (ap., ip.). */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const afternoon = /^[pi]/i.test(half);
  return (hour % 12) + (afternoon ? 12 : 0);
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined) return 0;
  if (/^EET$/i.test(zone)) return 2 * 3_600_000;
  if (/^EEST$/i.test(zone)) return 3 * 3_600_000;
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000;
}
