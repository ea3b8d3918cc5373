import { ratingToValence } from "@polku/journey";
import type { Language } from "@polku/protocol";
import type { newQuote } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import type { Actor } from "../policies/actor.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { checkClip } from "../recordings/checkClip.ts";
import { contactInLanguage } from "../storage/inLanguage.ts";
import type { FoundContact, QuoteFactsRow } from "../storage/evidenceStore.ts";

type Asked = z.output<typeof newQuote>;

/**
 * Makes words of a contact a quote. A valence that is not given comes from the contact's score (method A3) when the customer speaks, else stays unknown. Throws `contact.unknown`, `quote.place`,
 * `quote.valence`, `recording.unknown` or `recording.place`.
 */
export async function makeQuote(
  { evidence, clock, db }: Pick<Services, "evidence" | "clock" | "db">,
  actor: Pick<Actor, "id">,
  asked: Asked,
  language: Language,
): Promise<QuoteFactsRow> {
  const found = await evidence.findContact(asked.contactId);
  if (found === undefined) throw new Problem("contact.unknown");
  // Places are places in the text that the person has before them.
  const contact = contactInLanguage(found, language);
  const { start, end } = placeOf(asked, contact.text);
  await checkClip(db, contact.id, asked.clip);
  const speaker = asked.speaker ?? speakerAt(contact, start);
  const id = makeId();
  await evidence.addQuote({
    id,
    contactId: contact.id,
    sourceId: contact.sourceId,
    start,
    end,
    text: contact.text.slice(start, end),
    speaker,
    ...valenceOf(asked.valence, contact, speaker),
    themes: JSON.stringify(asked.themes),
    manner: asked.manner,
    moment: asked.moment ?? null,
    personaId: asked.personaId ?? null,
    by: actor.id,
    createdAt: clock.now(),
    withdrawnAt: null,
    clipFrom: asked.clip?.from ?? null,
    clipTo: asked.clip?.to ?? null,
  });
  const [made] = await evidence.quotesById([id]);
  if (made === undefined) throw new Problem("contact.unknown");
  return made;
}

/** The valence of a quote and whose word it is: a person's, else the customer's own score. Throws `quote.valence`. */
export function valenceOf(
  given: number | null | undefined,
  contact: Pick<FoundContact, "ratingScale" | "ratingX">,
  speaker: string,
): { valence: number | null; vBy: string | null } {
  if (given !== undefined && given !== null) {
    if (!(given >= -2 && given <= 2)) throw new Problem("quote.valence");
    return { valence: given, vBy: "human" };
  }
  const rated =
    given === undefined && speaker === "customer" && contact.ratingScale !== null
      ? ratingToValence(contact.ratingScale, contact.ratingX)
      : null;
  return { valence: rated, vBy: rated === null ? null : "rating" };
}

function placeOf({ start, end, text, clip }: Asked, words: string): { start: number; end: number } {
  // What is only heard has no words.
  if (clip !== undefined && start === undefined && text === undefined) return { start: 0, end: 0 };
  if (start !== undefined && end !== undefined) {
    const outside = start >= end || end > words.length || words.slice(start, end).trim() === "";
    if (outside) throw new Problem("quote.place", { place: `${start}–${end}` });
    return { start, end };
  }
  const at = text === undefined || text.trim() === "" ? -1 : words.indexOf(text);
  if (at === -1 || text === undefined) throw new Problem("quote.place", { place: "?" });
  return { start: at, end: at + text.length };
}

/** Who speaks at a place of a conversation; in a survey answer it is the customer. */
function speakerAt(contact: FoundContact, place: number): string {
  if (contact.thread === null) return "customer";
  const turns = JSON.parse(contact.thread) as { speaker: string; from: number }[];
  return turns.findLast((turn) => turn.from <= place)?.speaker ?? "other";
}
