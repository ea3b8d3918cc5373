export * from "./closeCodes.ts";
export * from "./documents.ts";
export * from "./presence.ts";
export * from "./problems.ts";
export * from "./roles.ts";
export * from "./statelessMessages.ts";
export type { CreatedJourney, JourneyChange, JourneyEntry, JourneyList, NewJourney } from "./http/journeys.ts";
export type {
  ContactEntry,
  ContactPage,
  ContactTurn,
  FilePreview,
  ImportProgress,
  SourceEntry,
  SourceMeta,
  TakenImport,
  ThemeList,
} from "./http/evidenceSources.ts";
export type { NewQuote, QuoteChange, QuoteEntry, QuoteList } from "./http/evidenceQuotes.ts";
