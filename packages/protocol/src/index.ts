export * from "./closeCodes.ts";
export * from "./documents.ts";
export * from "./eraseReasons.ts";
export * from "./listening.ts";
export * from "./presence.ts";
export * from "./problems.ts";
export * from "./roles.ts";
export * from "./skipReasons.ts";
export * from "./statelessMessages.ts";
export type { CommandResult, CommandResults, OneCommand } from "./http/commands.ts";
export type { CommentChange, CommentList, CommentThread, NewComment, Remark } from "./http/comments.ts";
export type {
  CreatedJourney,
  JourneyChange,
  JourneyEntry,
  JourneyList,
  NewJourney,
  WholeJourney,
  TrashList,
} from "./http/journeys.ts";
export type { JourneysBelowList } from "./http/below.ts";
export type { CanvasNoteChange, NewCanvasNote } from "./http/canvasNotes.ts";
export type { LibraryPersona } from "./http/personas.ts";
export type { FutureStateChanges } from "./http/futureStates.ts";
export type {
  CreatedLink,
  JoinByLink,
  Joined,
  LinkEntry,
  LinkList,
  LinkView,
  LookAtLink,
  NewLink,
  Ticket,
  DoorState,
  PersonEntry,
  PersonInJourneyChange,
} from "./http/links.ts";
export type {
  AcceptInvitation,
  CreatedInvitation,
  GrantEntry,
  InvitationEntry,
  InvitationView,
  MemberChange,
  MemberEntry,
  NewInvitation,
  SessionEntry,
} from "./http/members.ts";
export type {
  ParticipantCurve,
  ParticipantLinkEntry,
  ParticipantView,
  SpokenCurve,
} from "./http/participants.ts";
export type {
  BegunFactor,
  FactorState,
  Me,
  MeChange,
  LinkedAccount,
  LinkProof,
  OwnProof,
  ProviderPage,
  PasswordChange,
  PasswordSignIn,
  RecoveryCodes,
  SignIn,
  SignInWays,
} from "./http/people.ts";
export type {
  Restored,
  VersionChanges,
  VersionEntry,
  VersionList,
  VersionName,
  WholeVersion,
} from "./http/versions.ts";
export type {
  ChangedTheme,
  ContactEntry,
  ContactPage,
  ContactTurn,
  FilePreview,
  ImportList,
  ImportProgress,
  NewSavedSearch,
  SavedSearch,
  SourceChange,
  SourceEntry,
  SourceMeta,
  TakenImport,
  ThemeChange,
  ThemeEntry,
  ThemeList,
  TriageChange,
  TriageState,
  PictureChange,
} from "./http/evidenceSources.ts";
export type { NewQuote, QuoteChange, QuoteEntry, QuoteList, QuotePairList } from "./http/evidenceQuotes.ts";
export type { RatingAgreement, RatingsToDo } from "./http/ratings.ts";
export type { QuoteClip, RecordingEntry } from "./http/recordings.ts";
export type { Exposure, ExposureChoice } from "./http/exposure.ts";
export type { NewTask, Task, TaskChange, TaskList } from "./http/tasks.ts";
export type {
  AgendaStep,
  BroughtTo,
  DrawnCurve,
  HeardQuote,
  NewWorkshop,
  NewWorkshopDraft,
  OwnCurve,
  WorkshopBallot,
  WorkshopCounts,
  WorkshopDraft,
  WorkshopLead,
  WorkshopList,
  WorkshopNote,
  WorkshopState,
  WorkshopDecision,
  WorkshopSummary,
  WorkshopTally,
  WorkshopTimer,
  WorkshopView,
} from "./http/workshop.ts";
export type { AccessEntry, AccessPage, PersonErased, PersonExport, PersonFound } from "./http/privacy.ts";
export type {
  IntakeContact,
  IntakeDone,
  NewRoutingRule,
  RoutingRule,
  RulePreview,
  SuggestionCounts,
  SuggestionDecision,
  SuggestionList,
} from "./http/intake.ts";
