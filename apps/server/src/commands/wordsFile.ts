import { createHmac } from "node:crypto";
import { layOut, languageOf, stemsForIndex } from "@polku/evidence";
import { SOURCE_KINDS } from "@polku/journey";
import { z } from "zod";
import type { Services } from "../services.ts";
import type { NewContact, QuoteFactsRow } from "../storage/evidenceStore.ts";
import type { SourceRow } from "../storage/evidenceTables.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const moment = z.number().nullable();

const source = z.object({
  id,
  kind: z.enum(SOURCE_KINDS),
  title: z.string().max(200),
  sample: z.number().int().min(0).max(1),
  collectedFrom: moment,
  collectedTo: moment,
  invited: z.number().nullable(),
  responded: z.number().nullable(),
  samplingNote: z.string().nullable(),
  consentBasis: z.string().max(40),
});

const quote = z.object({
  id,
  contactId: id,
  sourceId: id,
  text: z.string().min(1).max(20_000),
  speaker: z.enum(["customer", "agent", "bot", "other"]),
  valence: z.number().min(-2).max(2).nullable(),
  vBy: z.enum(["human", "rating"]).nullable(),
  themes: z.array(z.string().max(80)).max(20),
  manner: z.enum(["stated", "observed", "felt"]),
  moment: z.enum(["before", "during", "after"]).nullable(),
  personaId: z.string().max(100).nullable(),
  respondentKey: z.string().max(100).nullable(),
  occurredAt: moment,
  channel: z.string().max(100).nullable(),
  lang: z.string().max(20),
});

/**
 * Customers' words as they travel beside a journey file, under its key `evidence`: the pinned quotes with what the measures need
 * of their sources. Whole contacts stay where they are.
 */
export const wordsFile = z.object({ sources: z.array(source).max(2000), quotes: z.array(quote).max(20_000) });
export type WordsFile = z.infer<typeof wordsFile>;
type WordsQuote = WordsFile["quotes"][number];

/** Takes the words of these quotes out, as they were said; withdrawn ones stay. */
export async function takeWords(
  evidence: Services["evidence"],
  quoteIds: readonly string[],
): Promise<WordsFile> {
  const rows = (await evidence.quotesById(quoteIds)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const sources = new Map<string, WordsFile["sources"][number]>();
  for (const sourceId of new Set(rows.map((row) => row.sourceId))) {
    const found = await evidence.findSource(sourceId);
    if (found !== undefined) sources.set(sourceId, source.parse(found));
  }
  return { sources: [...sources.values()], quotes: rows.map(quoteOut) };
}

function quoteOut(row: QuoteFactsRow): WordsQuote {
  return quote.parse({ ...row, themes: JSON.parse(row.themes) as unknown });
}

/**
 * Brings the words of a file into the library, ids kept; what is there already stays as it is, and a source, a contact, a quote or a
 * person that was erased here stays erased. People get keys of this workspace, so that nobody can be followed from one to another.
 */
export async function bringWords(
  { evidence, clock, secret }: Pick<Services, "evidence" | "clock" | "secret">,
  words: WordsFile,
  by: string,
): Promise<void> {
  const erased = new Set((await evidence.tombstones()).map(({ id }) => id));
  const isErased = ({ id, contactId, respondentKey }: WordsQuote): boolean =>
    [id, contactId, respondentKey].some((one) => one !== null && erased.has(one));
  const now = clock.now();
  const known = new Set((await evidence.quotesById(words.quotes.map((one) => one.id))).map((row) => row.id));
  for (const one of words.sources) {
    if (erased.has(one.id)) continue;
    const fresh = words.quotes.filter(
      (said) => said.sourceId === one.id && !known.has(said.id) && !isErased(said),
    );
    if (fresh.length === 0) continue;
    if ((await evidence.findSource(one.id)) === undefined) await evidence.addSource(sourceRow(one, by, now));
    await bringQuotes(evidence, one.id, fresh, { by, now, secret });
  }
}

async function bringQuotes(
  evidence: Services["evidence"],
  sourceId: string,
  quotes: readonly WordsQuote[],
  kept: { by: string; now: number; secret: string },
): Promise<void> {
  const byContact = Map.groupBy(quotes, ({ contactId }) => contactId);
  for (const [contactId, said] of byContact) {
    const { text, thread } = layOut(said.map(({ speaker, text: words }) => ({ speaker, text: words })));
    const home = contactRow(contactId, said, { text, thread }, kept.secret);
    if (home === undefined) continue;
    await evidence.keepContacts(sourceId, [home]);
    for (const [i, one] of said.entries()) {
      const start = thread[i]?.from ?? 0;
      const { respondentKey: _key, occurredAt: _at, channel: _channel, lang: _lang, themes, ...rest } = one;
      await evidence.addQuote({
        ...rest,
        start,
        end: start + one.text.length,
        themes: JSON.stringify(themes),
        by: kept.by,
        createdAt: kept.now,
        withdrawnAt: null,
      });
    }
  }
}

function contactRow(
  contactId: string,
  said: readonly WordsQuote[],
  { text, thread }: ReturnType<typeof layOut>,
  secret: string,
): NewContact | undefined {
  const [first] = said;
  if (first === undefined) return undefined;
  const lang = first.lang === "fi" || first.lang === "en" ? first.lang : languageOf(text);
  return {
    id: contactId,
    hash: contactId,
    externalId: null,
    occurredAt: first.occurredAt,
    respondentKey: first.respondentKey === null ? null : keyHere(first.respondentKey, secret),
    lang,
    text,
    ratingScale: null,
    ratingX: null,
    channel: first.channel,
    themes: "[]",
    thread: thread.length > 1 ? JSON.stringify(thread) : null,
    stems: stemsForIndex(text, lang),
  };
}

function keyHere(foreign: string, secret: string): string {
  return createHmac("sha256", secret).update(`brought:${foreign}`).digest("base64url");
}

function sourceRow(one: WordsFile["sources"][number], by: string, now: number): SourceRow {
  return {
    ...one,
    fileName: null,
    fileHash: null,
    purpose: null,
    retentionUntil: null,
    createdBy: by,
    createdAt: now,
  };
}
