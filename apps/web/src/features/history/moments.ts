import type { VersionEntry } from "../../api/versions.ts";

/** A day and the versions of it, newest first, as the reader's clock has it. */
export type DayOfVersions = { readonly day: string; readonly versions: readonly VersionEntry[] };

export function sayDay(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(at));
}

export function sayTime(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date(at));
}

export function sayMoment(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
}

/** Groups versions by day; they come newest first and stay so. */
export function byDay(language: string, versions: readonly VersionEntry[]): DayOfVersions[] {
  const days = new Map<string, VersionEntry[]>();
  for (const version of versions) {
    const day = sayDay(language, version.at);
    const known = days.get(day);
    if (known) known.push(version);
    else days.set(day, [version]);
  }
  return [...days].map(([day, ofDay]) => ({ day, versions: ofDay }));
}
