import { createHash } from "node:crypto";
import { layOut, stemsForIndex } from "@polku/evidence";
import type { Turn } from "@polku/evidence";
import { parseMoment } from "@polku/journey";
import type { SourceKind } from "@polku/journey";
import type { Language } from "@polku/protocol";
import { respondentKey } from "../imports/prepareContact.ts";
import type { NewContact } from "../storage/evidenceStore.ts";
import type { QuoteRow, SourceRow } from "../storage/evidenceTables.ts";
import { writeContactTextIn, writeQuoteTextIn, writeSourceTextIn } from "../storage/inLanguage.ts";
import type { BothLanguages, DemoFile, DemoQuote, DemoSource } from "./demoFormat.ts";

/** What a demo file brings to the research library, ready to be kept. Ids are made of the content: the same file twice adds nothing. */
export interface DemoEvidence {
  readonly sources: readonly SourceRow[];
  readonly contacts: readonly { readonly sourceId: string; readonly contact: NewContact }[];
  readonly quotes: readonly Omit<QuoteRow, "rowNo">[];
  /** The library's id for a quote of the file. */
  readonly quoteId: (demoQuoteId: string) => string;
  /** The library's id for what was said in a transcript of the file. */
  readonly transcriptContact: (transcriptId: string) => string | undefined;
}

export interface DemoKeeping {
  /** The workspace's secret, by which people become keys. */
  readonly secret: string;
  /** ms since 1970. */
  readonly now: number;
  readonly by: string;
}

const KINDS: Readonly<Record<string, SourceKind>> = {
  call: "call_recording",
  chat: "chat",
  email: "email",
  "app-message": "message_app",
  survey: "survey_nps",
  interview: "interview",
  social: "social_post",
  observation: "field_observation",
  employee: "staff_view",
};

/** One contact of the file: a transcript, or what somebody said in one source on one day. */
interface Said {
  readonly id: string;
  readonly sourceId: string;
  readonly speaker: string | null;
  readonly date: string | null;
  readonly turns: readonly (Omit<Turn, "from" | "text"> & { readonly text: BothLanguages })[];
}

/** Maps the file's sources, transcripts and quotes (method, "Reading the demo format"). */
export function demoEvidence(demo: DemoFile, keeping: DemoKeeping): DemoEvidence {
  const sourceIds = new Map(demo.sources.map((one) => [one.id, named("source", one.id, one.title)]));
  const quoteIds = new Map(demo.quotes.map((one) => [one.id, named("quote", one.id, one.text)]));
  const transcripts = new Map(demo.transcripts.map((one) => [one.sourceId, transcriptSaid(demo, one)]));
  const said = new Map<string, Said>([...transcripts.values()].map((one) => [one.id, one]));
  const placed = demo.quotes.flatMap((quote) => {
    const sourceId = sourceIds.get(quote.sourceId);
    const id = quoteIds.get(quote.id);
    if (sourceId === undefined || id === undefined) return [];
    const transcript = transcripts.get(quote.sourceId);
    const home = transcript !== undefined && holds(transcript, quote) ? transcript : ownWords(said, quote);
    return [{ quote, id, sourceId, home }];
  });
  return {
    sources: demo.sources.map((one) => sourceRow(demo, one, sourceIds.get(one.id) ?? "", keeping)),
    contacts: [...said.values()].flatMap((one) => {
      const sourceId = sourceIds.get(one.sourceId);
      return sourceId === undefined
        ? []
        : [{ sourceId, contact: contactRow(one, kindOf(demo, one), keeping.secret) }];
    }),
    quotes: placed.map(({ quote, id, sourceId, home }) =>
      quoteRow(demo, quote, { id, sourceId, home: said.get(home.id) ?? home }, keeping),
    ),
    transcriptContact: (id) => {
      const transcript = demo.transcripts.find((one) => one.id === id);
      return transcript && transcripts.get(transcript.sourceId)?.id;
    },
    quoteId: (id) => quoteIds.get(id) ?? named("quote", id, { en: "", fi: "" }),
  };
}

function named(...content: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
}

function speakerRole(speaker: string): Turn["speaker"] {
  return speaker === "customer" || speaker === "agent" || speaker === "bot" ? speaker : "other";
}

function transcriptSaid(demo: DemoFile, transcript: DemoFile["transcripts"][number]): Said {
  const customers = demo.quotes.filter(
    ({ sourceId, voice }) => sourceId === transcript.sourceId && voice === "customer",
  );
  const source = demo.sources.find(({ id }) => id === transcript.sourceId);
  return {
    id: named("transcript", transcript.id, transcript.title),
    sourceId: transcript.sourceId,
    speaker: customers[0]?.speaker ?? null,
    date: source?.period?.start ?? null,
    turns: transcript.segments.map(({ speaker, text, startSec, endSec }) => ({
      speaker: speakerRole(speaker),
      text,
      startS: startSec,
      endS: endSec,
    })),
  };
}

function holds(said: Said, quote: DemoQuote): boolean {
  return (["en", "fi"] as const).every((language) =>
    laid(said, language).text.includes(quote.text[language]),
  );
}

/** The contact a quote stands in when no transcript holds it: one for each person, source and day. */
function ownWords(said: Map<string, Said>, quote: DemoQuote): Said {
  const id = named("said", quote.sourceId, quote.speaker, quote.date ?? "");
  const known = said.get(id);
  const turn = { speaker: quote.voice === "customer" ? "customer" : "agent", text: quote.text } as const;
  const grown: Said = {
    id,
    sourceId: quote.sourceId,
    speaker: quote.speaker,
    date: quote.date ?? null,
    turns: [...(known?.turns ?? []), turn],
  };
  said.set(id, grown);
  return grown;
}

function laid(said: Said, language: Language): { text: string; thread: Turn[] } {
  return layOut(said.turns.map(({ text, ...turn }) => ({ ...turn, text: text[language] })));
}

function kindOf(demo: DemoFile, { sourceId }: Said): string | undefined {
  return demo.sources.find(({ id }) => id === sourceId)?.kind;
}

/** What the people of the sample's survey were asked to write. */
const QUESTION = {
  en: "In your own words: why this score? (160 characters)",
  fi: "Kerro omin sanoin: miksi tämä arvosana? (160 merkkiä)",
} as const;

/** The turns of a mail tell to whom they were written; of their moments the sample knows the day only, which the contact tells. */
function asLetters(thread: readonly Turn[]): Turn[] {
  return thread.map((turn) => {
    const to = turn.speaker === "customer" ? ("agent" as const) : ("customer" as const);
    return { ...turn, letter: { subject: "", at: null, to: [{ speaker: to, name: "" }], quoted: "" } };
  });
}

function contactRow(said: Said, kind: string | undefined, secret: string): NewContact {
  const inLanguage = (language: Language) => {
    const { text, thread } = laid(said, language);
    const asked = kind === "survey" ? JSON.stringify({ words: QUESTION[language] }) : null;
    if (kind === "email") return { text, asked, thread: JSON.stringify(asLetters(thread)) };
    return { text, asked, thread: thread.length > 1 ? JSON.stringify(thread) : null };
  };
  const [en, fi] = [inLanguage("en"), inLanguage("fi")];
  return {
    id: said.id,
    hash: said.id,
    externalId: null,
    occurredAt: parseMoment(said.date),
    respondentKey: said.speaker === null ? null : respondentKey(said.speaker, secret),
    lang: "fi",
    ...fi,
    ratingScale: null,
    ratingX: null,
    channel: null,
    themes: "[]",
    textIn: writeContactTextIn({ en, fi }),
    stems: [...stemsForIndex(fi.text, "fi"), ...stemsForIndex(en.text, "en")],
  };
}

const MANNERS = { says: "stated", did: "observed", felt: "felt" } as const;

function quoteRow(
  demo: DemoFile,
  quote: DemoQuote,
  { id, sourceId, home }: { id: string; sourceId: string; home: Said },
  { now, by }: DemoKeeping,
): Omit<QuoteRow, "rowNo"> {
  const inLanguage = (language: Language) => {
    const text = quote.text[language];
    const start = Math.max(0, laid(home, language).text.indexOf(text));
    const labels = quote.themes.flatMap(
      (theme) => demo.themes.find((one) => one.id === theme)?.label[language] ?? [],
    );
    return { text, start, end: start + text.length, themes: JSON.stringify(labels) };
  };
  const [en, fi] = [inLanguage("en"), inLanguage("fi")];
  return {
    id,
    contactId: home.id,
    sourceId,
    ...fi,
    speaker: quote.voice === "customer" ? "customer" : "agent",
    valence: quote.valence ?? null,
    vBy: quote.valence === null || quote.valence === undefined ? null : "human",
    manner: MANNERS[quote.stance ?? "felt"],
    moment: quote.when ?? null,
    personaId: quote.personaId ?? null,
    by,
    createdAt: now,
    withdrawnAt: null,
    textIn: writeQuoteTextIn({ en, fi }),
  };
}

function sourceRow(demo: DemoFile, source: DemoSource, id: string, { now, by }: DemoKeeping): SourceRow {
  const asked = source.mode === "asked";
  const inLanguage = (language: Language) => ({
    title: source.title[language],
    samplingNote: source.note?.[language] ?? (asked ? null : share(source)),
  });
  return {
    id,
    kind: KINDS[source.kind] ?? (asked ? "survey_open" : "spontaneous_feedback"),
    fileName: null,
    fileHash: null,
    sample: Number(demo.sample),
    collectedFrom: parseMoment(source.period?.start),
    collectedTo: parseMoment(source.period?.end),
    // How many were asked and answered; of what came unasked, the note tells how much was heard.
    invited: asked ? (source.population ?? null) : null,
    responded: asked ? (source.included ?? null) : null,
    ...inLanguage("fi"),
    purpose: null,
    consentBasis: "unknown",
    retentionUntil: null,
    createdBy: by,
    createdAt: now,
    textIn: writeSourceTextIn({ en: inLanguage("en"), fi: inLanguage("fi") }),
  };
}

function share({ included, population }: DemoSource): string | null {
  if (typeof included !== "number" || typeof population !== "number") return null;
  return `${included} / ${population}`;
}
