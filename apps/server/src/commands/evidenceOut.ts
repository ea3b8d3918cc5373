import type { Language } from "@polku/protocol";
import { clipOf } from "../recordings/clip.ts";
import type { PictureRow, RecordingRow } from "../storage/recordingTable.ts";
import type { FoundContact, QuoteFactsRow } from "../storage/evidenceStore.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";

/** A recording as it is told over HTTP. */
export function recordingOut({ id, contactId, sourceId, form, seconds, peaks, silenced }: RecordingRow) {
  return {
    id,
    contactId,
    sourceId,
    form,
    seconds,
    peaks: JSON.parse(peaks) as number[],
    silenced: JSON.parse(silenced) as { from: number; to: number }[],
  };
}

/** A contact as it is told over HTTP. */
export function contactOut(
  contact: FoundContact,
  marks: [number, number][],
  recording?: RecordingRow,
  picture?: PictureRow,
) {
  const { id, sourceId, text, lang, channel, respondentKey, ratingScale, ratingX } = contact;
  return {
    id,
    sourceId,
    text,
    at: contact.occurredAt === null ? null : new Date(contact.occurredAt).toISOString(),
    lang,
    channel,
    rating: ratingScale === null || ratingX === null ? null : { scale: ratingScale, x: ratingX },
    themes: JSON.parse(contact.themes) as string[],
    thread: contact.thread === null ? null : (JSON.parse(contact.thread) as unknown),
    asked:
      contact.asked === null || contact.asked === undefined ? null : (JSON.parse(contact.asked) as unknown),
    respondentKey,
    attached: contact.attached === 1,
    triage: contact.triage,
    marks,
    recording: recording === undefined ? null : recordingOut(recording),
    picture: picture === undefined ? null : { width: picture.width, height: picture.height },
  };
}

/** A quote as it is told over HTTP, in its reader's language. */
export function quoteOut(row: QuoteFactsRow, language: Language) {
  const quote = quoteInLanguage(row, language);
  const { id, text, start, end, speaker, valence, vBy, manner, moment, personaId, by } = quote;
  const { contactId: itemId, sourceId, sourceTitle, kind, respondentKey, channel } = quote;
  return {
    id,
    text,
    start,
    end,
    speaker,
    valence,
    vBy,
    themes: JSON.parse(quote.themes) as string[],
    manner,
    moment,
    personaId,
    itemId,
    sourceId,
    sourceTitle,
    kind,
    sample: quote.sample === 1,
    respondentKey,
    at: quote.occurredAt === null ? null : new Date(quote.occurredAt).toISOString(),
    channel,
    withdrawn: quote.withdrawnAt !== null,
    by,
    clip: clipOf(quote),
  };
}
