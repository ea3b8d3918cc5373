// The schemas themselves (with zod): the server checks with them. The web app needs only the types, which `@polku/protocol` exports.
export * from "./commands.ts";
export * from "./comments.ts";
export * from "./evidenceHealth.ts";
export * from "./evidenceQuotes.ts";
export * from "./evidenceSources.ts";
export * from "./intake.ts";
export * from "./journeyFiles.ts";
export * from "./journeys.ts";
export * from "./links.ts";
export * from "./members.ts";
export * from "./participants.ts";
export * from "./people.ts";
export * from "./privacy.ts";
export * from "./ratings.ts";
export * from "./recordings.ts";
export * from "./versions.ts";
export * from "./workshop.ts";
