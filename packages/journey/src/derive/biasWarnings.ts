import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import { isStale } from "./link.ts";
import type { EvidenceLink } from "./link.ts";
import { parseMoment } from "./moment.ts";
import { people, personValences } from "./people.ts";
import type { Person } from "./people.ts";
import { responseRate } from "./responseRate.ts";
import { skew } from "./skew.ts";
import { methodFamily, sourceClass } from "./sourceKinds.ts";

/** What the warnings are judged by. */
export interface BiasInput {
  readonly links: readonly EvidenceLink[];
  /** The valences −2..2 of everything known of the same journey or stage, attached or not. */
  readonly library: readonly number[];
  readonly surveys: readonly {
    readonly id: string;
    readonly invited?: number | null;
    readonly responded?: number | null;
  }[];
  /** How much of the library somebody has looked at. */
  readonly read?: { readonly triaged: number; readonly total: number } | undefined;
}

/**
 * The ways the evidence at hand may mislead, as codes in a fixed order (method A7); a survey's carries its id.
 * None where there is no evidence. `now` in ms since 1970.
 */
export function biasWarnings(
  { links, library, surveys, read }: BiasInput,
  now: number,
  conventions: Conventions = CONVENTIONS,
): string[] {
  const everyone = people(links);
  const counted = everyone.flatMap((person) => person.links);
  if (counted.length === 0) return [];
  const values = personValences(everyone);
  const found: (string | null)[] = [
    skew(values, library, conventions).warn,
    narrowOrigin(counted),
    ...surveys.map(({ id, invited, responded }) => {
      const { warn } = responseRate(invited, responded, conventions);
      return warn === null ? null : `${warn}:${id}`;
    }),
    onlyExtremes(values, library, conventions) ? "extremes_only" : null,
    isStale(counted, now, conventions) ? "stale" : null,
    shareOf(counted, (link) => parseMoment(link.at) === null) > conventions.undatedShare ? "undated" : null,
    oneVoiceLeads(everyone, counted.length, conventions) ? "single_voice" : null,
    read !== undefined && mostlyUnread(read, conventions) ? "unread_library" : null,
    mostlyGuessed(counted, conventions) ? "unconfirmed_valence" : null,
  ];
  return found.filter((code) => code !== null);
}

function shareOf<T>(all: readonly T[], fits: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}

function narrowOrigin(counted: readonly EvidenceLink[]): string | null {
  if (counted.every((link) => methodFamily(link.kind) === "survey")) return "only_survey";
  return counted.every((link) => sourceClass(link.kind) === "asked") ? "only_asked" : null;
}

/** Both shares are ratios: 1 − 0.8 is a hair under 0.2 in floating point, so a hair is allowed. */
const HAIR = 1e-9;

function onlyExtremes(
  values: readonly number[],
  library: readonly number[],
  conventions: Conventions,
): boolean {
  if (values.length < conventions.extremeMinValues) return false;
  const extreme = (v: number) => Math.abs(v) >= conventions.extreme;
  const share = shareOf(values, extreme);
  if (share < conventions.extremeShare) return false;
  return (
    library.length < conventions.skewMinLibrary ||
    share - shareOf(library, extreme) >= conventions.extremeLibraryGap - HAIR
  );
}

function oneVoiceLeads(everyone: readonly Person[], total: number, conventions: Conventions): boolean {
  const most = everyone.reduce((count, { links }) => Math.max(count, links.length), 0);
  return most >= conventions.singleVoiceLinks && most / total >= conventions.singleVoiceShare;
}

function mostlyUnread(
  read: { readonly triaged: number; readonly total: number },
  conventions: Conventions,
): boolean {
  return read.total >= conventions.unreadMinLibrary && read.triaged / read.total < conventions.unreadShare;
}

function mostlyGuessed(counted: readonly EvidenceLink[], conventions: Conventions): boolean {
  const valued = counted.filter((link) => link.v !== null);
  return shareOf(valued, (link) => link.vBy === "suggested") > conventions.suggestedShare;
}
