import type { TFunction } from "i18next";

/** A share 0..1 as whole percents; a dash where there is nothing to share: never 0 %. */
export function percent(t: TFunction, share: number | null): string {
  return share === null ? t("health.none") : `${Math.round(share * 100)} %`;
}

/** A number with its sign and so many decimals, the minus a real one; a dash for none. */
export function signed(t: TFunction, language: string, value: number | null, digits = 2): string {
  if (value === null) return t("health.none");
  const words = new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: "exceptZero" });
  return words.format(value).replace("-", "−");
}

export function dayWords(t: TFunction, language: string, at: string | null): string {
  if (at === null) return t("health.none");
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(at));
}

/** The library beside the map, narrowed to the words behind a number. */
export function wordsBehind(journeyId: string, search: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams({ library: "contacts" });
  for (const [name, value] of Object.entries(search)) if (value !== null) query.set(name, value);
  return `/j/${journeyId}?${query.toString()}`;
}
