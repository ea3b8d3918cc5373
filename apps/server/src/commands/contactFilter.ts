import { ASKED_KINDS, LISTENED_KINDS, readJourney } from "@polku/journey";
import type { Language, TriageState } from "@polku/protocol";
import type { SourceKind } from "@polku/journey";
import { Problem } from "../errors.ts";
import type { Actor } from "../policies/actor.ts";
import { mayInJourney } from "../policies/policy.ts";
import type { Services } from "../services.ts";
import type { ContactFilter, Feeling } from "../storage/evidenceStore.ts";

/** The filters of a search as an address writes them. */
export type FiltersAsked = {
  source?: string | undefined;
  kind?: SourceKind | undefined;
  origin?: "asked" | "listened" | undefined;
  theme?: string | undefined;
  channel?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  feeling?: Feeling | undefined;
  attached?: boolean | undefined;
  triage?: TriageState | undefined;
  touchpoint?: string | undefined;
  journey?: string | undefined;
};

const kindsOf: Readonly<Record<"asked" | "listened", readonly string[]>> = {
  asked: ASKED_KINDS,
  listened: LISTENED_KINDS,
};

/** What the store is asked for. Throws `journey.unknown` for a touchpoint of a journey that the actor does not see. */
export async function contactFilter(
  services: Pick<Services, "rooms" | "journeys" | "evidence" | "clock">,
  actor: Actor,
  asked: FiltersAsked,
  language: Language,
): Promise<ContactFilter> {
  const { source, kind, origin, theme, channel, feeling, attached, triage, touchpoint, journey } = asked;
  const kinds = kind === undefined ? origin && kindsOf[origin] : [kind];
  return {
    source,
    kinds,
    theme,
    language,
    channel,
    feeling,
    attached,
    triage,
    among:
      touchpoint === undefined ? undefined : await contactsOn(services, actor, journey ?? "", touchpoint),
    from: momentOf(asked.from, "start"),
    to: momentOf(asked.to, "end"),
  };
}

/** A day without a time means its beginning as the start of a span, and its end as the end. */
function momentOf(day: string | undefined, edge: "start" | "end"): number | undefined {
  if (day === undefined) return undefined;
  const at = Date.parse(day);
  return edge === "end" && !day.includes("T") ? at + 86_400_000 - 1 : at;
}

/** Ids of the contacts whose quotes stand on a touchpoint. */
async function contactsOn(
  { rooms, journeys, evidence, clock }: Pick<Services, "rooms" | "journeys" | "evidence" | "clock">,
  actor: Actor,
  journeyId: string,
  touchpointId: string,
): Promise<string[]> {
  const verdict = mayInJourney(actor, "journey.read", journeyId, clock.now());
  if (!verdict.allowed || (await journeys.find(journeyId)) === undefined)
    throw new Problem("journey.unknown");
  const ids = await rooms.readDocument(journeyId, (doc) =>
    (readJourney(doc).touchpoints.get(touchpointId)?.pins ?? []).map((pin) => pin.quoteId),
  );
  const quotes = await evidence.quotesById(ids);
  return [...new Set(quotes.map((quote) => quote.contactId))];
}
