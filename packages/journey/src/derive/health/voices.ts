import type { JourneyView } from "../../read/view.ts";
import { countsAsEvidence, type EvidenceLink } from "../link.ts";
import { people } from "../people.ts";
import type { HealthQuote } from "./healthInput.ts";

/** Whose voice is heard: people of each persona, those of none, and the team's own people apart. */
export interface Voices {
  readonly personas: readonly {
    readonly id: string;
    readonly name: string;
    readonly people: number;
    readonly quoteIds: readonly string[];
  }[];
  /** People whose quotes name no persona of the journey. */
  readonly unnamed: { readonly people: number; readonly quoteIds: readonly string[] };
  /** Words of employees and internal views; never counted among customers. */
  readonly employees: { readonly quotes: number; readonly quoteIds: readonly string[] };
}

/** Counts the people behind every pin of the journey once, by the persona of their quotes; a person of two personas counts in both. */
export function voices(
  view: JourneyView,
  links: readonly EvidenceLink[],
  quoteOf: ReadonlyMap<string, HealthQuote>,
): Voices {
  const personaOf = (link: EvidenceLink): string | null => quoteOf.get(link.id)?.personaId ?? null;
  const known = new Set(view.personas.map(({ id }) => id));
  const idsOf = (some: readonly EvidenceLink[]): string[] => [
    ...new Set(some.flatMap((link) => quoteOf.get(link.id)?.id ?? [])),
  ];
  const ofPersona = (fits: (personaId: string | null) => boolean) => {
    const own = links.filter((link) => countsAsEvidence(link) && fits(personaOf(link)));
    return { people: people(own).length, quoteIds: idsOf(own) };
  };
  const inner = links.filter(
    (link) =>
      !countsAsEvidence(link) && link.withdrawn !== true && (link.status ?? "confirmed") === "confirmed",
  );
  const employees = idsOf(inner);
  return {
    personas: view.personas.map(({ id, name }) => ({ id, name, ...ofPersona((one) => one === id) })),
    unnamed: ofPersona((one) => one === null || !known.has(one)),
    employees: { quotes: employees.length, quoteIds: employees },
  };
}
