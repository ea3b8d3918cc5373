import { mean } from "./average.ts";
import { countsAsEvidence, trustedValence } from "./link.ts";
import type { EvidenceLink } from "./link.ts";

/** One customer behind some links: every person weighs 1, however often they spoke. */
export interface Person {
  readonly key: string;
  readonly links: readonly EvidenceLink[];
  /** Mean of their trusted valences, −2..2; null when none of their words is valued. */
  readonly mean: number | null;
}

/** The respondent when known, else the item: two unknown letters are two people. */
export function personKey(link: EvidenceLink): string {
  const known = link.respondentKey;
  return known === null || known === "" ? `item:${link.itemId}` : `person:${known}`;
}

/** The people behind the links that count, in order of first appearance (method A6). */
export function people(links: readonly EvidenceLink[]): Person[] {
  const byPerson = new Map<string, EvidenceLink[]>();
  for (const link of links) {
    if (!countsAsEvidence(link)) continue;
    const key = personKey(link);
    const said = byPerson.get(key);
    if (said === undefined) byPerson.set(key, [link]);
    else said.push(link);
  }
  return [...byPerson].map(([key, said]) => ({
    key,
    links: said,
    mean: mean(said.flatMap((link) => trustedValence(link) ?? [])),
  }));
}

/** One valence per person who has one. */
export function personValences(everyone: readonly Person[]): number[] {
  return everyone.flatMap((person) => person.mean ?? []);
}
