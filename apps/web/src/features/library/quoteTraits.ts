import type { ContactEntry } from "../../api/contacts.ts";
import type { NewQuote, Quote } from "../../api/quotes.ts";
import type { Stretch } from "./sound/spoken.ts";
import type { Span } from "./reading/span.ts";

/** What people say of a quote; its words are the customer's and do not change. */
export type QuoteTraits = Pick<Quote, "speaker" | "manner" | "moment" | "personaId"> & {
  readonly themes: readonly string[];
  /** Undefined until a person has said how it felt: then the customer's own score speaks, if there is one. */
  readonly valence: number | null | undefined;
};

/** Who speaks at a place of a contact: the one whose turn it is; in an answer, the customer. */
export function speakerAt({ thread }: Pick<ContactEntry, "thread">, place: number): Quote["speaker"] {
  if (!thread) return "customer";
  return thread.findLast(({ from }) => from <= place)?.speaker ?? "other";
}

/** What is taken for granted of words just chosen. */
export function firstTraits(contact: ContactEntry, chosen: Span): QuoteTraits {
  return {
    speaker: speakerAt(contact, chosen.start),
    valence: undefined,
    themes: contact.themes,
    manner: "stated",
    moment: null,
    personaId: null,
  };
}

/** A quote of the chosen words; with `clip` of that stretch of the recording, and where no words are chosen only heard. */
export function newQuoteOf(
  contact: ContactEntry,
  chosen: Span,
  traits: QuoteTraits,
  clip: Stretch | null = null,
): NewQuote {
  const { valence, themes, ...rest } = traits;
  return {
    contactId: contact.id,
    ...(clip && chosen.end === chosen.start ? {} : chosen),
    ...(clip ? { clip } : {}),
    ...rest,
    themes: [...themes],
    ...(valence === undefined ? {} : { valence }),
  };
}
