/** Kinds of source where we chose the question. */
export const ASKED_KINDS = [
  "survey_nps",
  "survey_csat",
  "survey_ces",
  "survey_open",
  "interview",
  "focus_group",
  "diary_study",
  "usability_test",
  "customer_workshop",
  "intercept_popup",
  "bot_prompt",
  "mystery_shopping",
] as const;

/** Kinds of source where customers chose the subject. */
export const LISTENED_KINDS = [
  "call_recording",
  "email",
  "chat",
  "support_ticket",
  "message_app",
  "complaint",
  "spontaneous_feedback",
  "app_review",
  "public_review",
  "social_post",
  "forum_post",
  "field_observation",
  "service_encounter_note",
  "behaviour_log",
] as const;

/** Our own views. They never count as customers' evidence. */
export const INTERNAL_KINDS = ["staff_view", "team_assumption", "expert_review"] as const;

export type AskedKind = (typeof ASKED_KINDS)[number];
export type ListenedKind = (typeof LISTENED_KINDS)[number];
export type InternalKind = (typeof INTERNAL_KINDS)[number];
/** Where words came from; `SOURCE_KINDS` holds them all. */
export type SourceKind = AskedKind | ListenedKind | InternalKind;
export type SourceClass = "asked" | "listened" | "internal";
/** A family of methods; two families make method triangulation (Denzin 1978). */
export type MethodFamily =
  | "survey"
  | "interview"
  | "diary"
  | "observation"
  | "contact_record"
  | "public_voice"
  | "log";

export const SOURCE_KINDS: readonly SourceKind[] = [...ASKED_KINDS, ...LISTENED_KINDS, ...INTERNAL_KINDS];

const classes = new Map<string, SourceClass>([
  ...ASKED_KINDS.map((kind) => [kind, "asked"] as const),
  ...LISTENED_KINDS.map((kind) => [kind, "listened"] as const),
  ...INTERNAL_KINDS.map((kind) => [kind, "internal"] as const),
]);

/** The method family of every customer source; internal views have none. */
export const FAMILY_OF_KIND: Readonly<Record<AskedKind | ListenedKind, MethodFamily>> = {
  survey_nps: "survey",
  survey_csat: "survey",
  survey_ces: "survey",
  survey_open: "survey",
  intercept_popup: "survey",
  bot_prompt: "survey",
  interview: "interview",
  focus_group: "interview",
  customer_workshop: "interview",
  diary_study: "diary",
  usability_test: "observation",
  mystery_shopping: "observation",
  field_observation: "observation",
  service_encounter_note: "observation",
  call_recording: "contact_record",
  email: "contact_record",
  chat: "contact_record",
  support_ticket: "contact_record",
  message_app: "contact_record",
  complaint: "contact_record",
  spontaneous_feedback: "contact_record",
  app_review: "public_voice",
  public_review: "public_voice",
  social_post: "public_voice",
  forum_post: "public_voice",
  behaviour_log: "log",
};

const families = new Map<string, MethodFamily>(Object.entries(FAMILY_OF_KIND));

/** Asked, listened or internal; null for a kind we do not know (it never counts). */
export function sourceClass(kind: string): SourceClass | null {
  return classes.get(kind) ?? null;
}

/** The method family; null for internal and unknown kinds. */
export function methodFamily(kind: string): MethodFamily | null {
  return families.get(kind) ?? null;
}
