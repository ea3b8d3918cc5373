import { sourceClass, type SourceKind } from "@polku/journey";
import type { FilePreview, SourceMeta } from "../../../api/sources.ts";

export type Mapping = FilePreview["mapping"];
export type Role = FilePreview["speakers"][number]["role"];

/** Kinds of personal data, the ones that people ask about first at the top. */
export const KINDS = [
  "email",
  "phone",
  "name",
  "address",
  "personalId",
  "iban",
  "card",
  "businessId",
  "plate",
  "ip",
] as const;
export type PersonalDataKind = (typeof KINDS)[number];

/** What a person tells of a source; days as YYYY-MM-DD, numbers as typed, empty for what is not known. */
export type Facts = {
  readonly kind: SourceKind;
  readonly title: string;
  readonly invited: string;
  readonly responded: string;
  readonly from: string;
  readonly to: string;
  readonly consent: NonNullable<SourceMeta["consentBasis"]>;
  readonly purpose: string;
  readonly retention: string;
  readonly samplingNote: string;
  readonly language: "" | "fi" | "en";
  readonly sample: boolean;
};

/** A file on its way in: what it holds, and what a person has said of it so far. */
export type Draft = {
  readonly preview: FilePreview;
  readonly mapping: Mapping;
  /** The mapping is the one that was chosen for such a table before. */
  readonly wasRemembered: boolean;
  readonly speakers: Readonly<Record<string, Role>>;
  readonly facts: Facts;
  /** How a chat's `3/11/26` is read; null where nobody has to say. */
  readonly dayFirst: boolean | null;
  readonly mask: boolean;
  /** Kinds of personal data that a person lets stay though the rest is masked. */
  readonly unmasked: readonly PersonalDataKind[];
  /** Whether the rules may suggest touchpoints for what it brings. */
  readonly suggest: boolean;
};

/** Formats that say themselves how it was heard. */
const KIND_OF_FILE: Partial<Record<FilePreview["kind"], SourceKind>> = {
  eml: "email",
  mbox: "email",
  whatsapp: "message_app",
  zendesk: "support_ticket",
  intercom: "chat",
};
const KIND_OF_EXPORT: Partial<Record<NonNullable<FilePreview["export"]>, SourceKind>> = {
  "google-play": "app_review",
  "zendesk-csv": "support_ticket",
  freshdesk: "support_ticket",
};

/** Rows under headings; everything else is read by speakers. */
export function isTable({ kind }: FilePreview): boolean {
  return kind === "csv" || kind === "xlsx";
}

function guessedKind(preview: FilePreview, fileName: string): SourceKind {
  const told = KIND_OF_FILE[preview.kind] ?? KIND_OF_EXPORT[preview.export ?? "typeform"];
  if (told !== undefined) return told;
  if (!isTable(preview)) return /puhelu|call|phone/i.test(fileName) ? "call_recording" : "interview";
  const scale = preview.mapping.score?.scale;
  if (scale === "nps") return "survey_nps";
  if (scale === "csat5" || scale === "csat7") return "survey_csat";
  if (scale === "ces7" || scale === "ces7_effort") return "survey_ces";
  return scale === "stars5" ? "public_review" : "survey_open";
}

/** What is taken for granted of a file that was just looked at. */
export function draftOf(preview: FilePreview, fileName: string): Draft {
  return {
    preview,
    mapping: preview.mapping,
    wasRemembered: preview.remembered,
    speakers: Object.fromEntries(preview.speakers.map(({ name, role }) => [name, role])),
    facts: {
      kind: guessedKind(preview, fileName),
      title: fileName.replace(/\.[^.]+$/, ""),
      invited: "",
      responded: "",
      from: "",
      to: "",
      consent: "unknown",
      purpose: "",
      retention: "",
      samplingNote: "",
      language: "",
      sample: false,
    },
    dayFirst: preview.ambiguousDates && !isTable(preview) ? true : null,
    mask: true,
    unmasked: [],
    suggest: true,
  };
}

/** The headings that are kept. */
export function usedHeadings({ mapping }: Draft): string[] {
  const { words, person, moment, score, channel, externalId, themes, language } = mapping;
  return [...words, person, moment, score?.column, channel, externalId, themes, language].filter(
    (heading) => heading !== undefined,
  );
}

/** A mapping that can be read with: words, or at least a score. */
export function isReadable({ preview, mapping }: Draft): boolean {
  return !isTable(preview) || mapping.words.length > 0 || mapping.score !== undefined;
}

/** Whether the order of day and month has to be asked: the guess saw both orders fit, or another column was chosen. */
export function asksDayOrder({ preview, mapping }: Draft): boolean {
  if (mapping.moment === undefined) return false;
  return preview.ambiguousDates || mapping.moment !== preview.mapping.moment;
}

function countOf(typed: string): number | null {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
}

export function moreAnswersThanAsked({ invited, responded }: Facts): boolean {
  const [asked, answered] = [countOf(invited), countOf(responded)];
  return asked !== null && answered !== null && answered > asked;
}

/** How the file is to be read: columns of a table, speakers of a conversation. */
export function readingOf({
  preview,
  mapping,
  speakers,
  dayFirst,
}: Draft): Pick<SourceMeta, "mapping" | "speakers" | "dayFirst"> {
  if (isTable(preview)) return { mapping };
  return {
    ...(preview.speakers.length > 0 && { speakers: { ...speakers } }),
    ...(dayFirst !== null && { dayFirst }),
  };
}

/** What is masked: all of it, what was not found in the part that was looked at too, but for what a person lets stay. */
function maskOf({ mask, unmasked }: Draft): NonNullable<SourceMeta["mask"]> {
  return mask && unmasked.length > 0 ? KINDS.filter((kind) => !unmasked.includes(kind)) : mask;
}

/** The draft as the server takes it. What was asked of how many is told only of what was asked. */
export function metaOf(draft: Draft): SourceMeta {
  const { facts } = draft;
  const asked = sourceClass(facts.kind) === "asked";
  const title = facts.title.trim();
  const purpose = facts.purpose.trim();
  return {
    kind: facts.kind,
    ...(title ? { title } : {}),
    invited: asked ? countOf(facts.invited) : null,
    responded: asked ? countOf(facts.responded) : null,
    collectedFrom: facts.from || null,
    collectedTo: facts.to || null,
    purpose: purpose || null,
    samplingNote: facts.samplingNote.trim() || null,
    ...(facts.language && { language: facts.language }),
    consentBasis: facts.consent,
    retentionUntil: facts.retention || null,
    sample: facts.sample,
    suggest: draft.suggest,
    mask: maskOf(draft),
    ...readingOf(draft),
  };
}
