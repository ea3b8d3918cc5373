export * from "./closeCodes.ts";
export * from "./documents.ts";
export * from "./presence.ts";
export * from "./problems.ts";
export * from "./roles.ts";
export * from "./statelessMessages.ts";
export type { CreatedJourney, JourneyChange, JourneyEntry, JourneyList, NewJourney } from "./http/journeys.ts";
