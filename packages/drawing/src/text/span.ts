const MINUTE = 60_000;
const SIZES = [
  ["year", 365 * 24 * 60 * MINUTE],
  ["month", 30 * 24 * 60 * MINUTE],
  ["week", 7 * 24 * 60 * MINUTE],
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
] as const;

/** Says a span of time, given in ms, in the largest unit of which there are at least two, or exactly one: "24 minutes", "3 days". */
export function spanInWords(ms: number, language: string): string {
  const [unit, size] =
    SIZES.find(([, one]) => ms === one) ??
    SIZES.find(([, one]) => ms >= 2 * one) ??
    (["minute", MINUTE] as const);
  const count = ms / size;
  const format = new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: count < 10 && unit !== "minute" ? 1 : 0,
  });
  return format.format(count);
}
