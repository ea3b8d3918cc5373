import type { Route } from "../route.ts";
import { accessLogRoutes } from "./accessLog.ts";
import { belowRoutes } from "./below.ts";
import { canvasNoteRoutes } from "./canvasNotes.ts";
import { commentRoutes } from "./comments.ts";
import { contactRoutes } from "./contacts.ts";
import { evidenceHealthRoutes } from "./evidenceHealth.ts";
import { exposureRoutes } from "./exposure.ts";
import { exportRoutes } from "./export.ts";
import { futureStateRoutes } from "./futureStates.ts";
import { healthRoutes } from "./health.ts";
import { personaRoutes } from "./personas.ts";
import { imageRoutes } from "./images.ts";
import { importRoutes } from "./imports.ts";
import { intakeRoutes } from "./intake.ts";
import { journeyImportRoutes } from "./journeyImport.ts";
import { journeyRoutes } from "./journeys.ts";
import { linkRoutes } from "./links.ts";
import { meRoutes } from "./me.ts";
import { memberRoutes } from "./members.ts";
import { oidcRoutes } from "./oidc.ts";
import { openApiRoute } from "./openApi.ts";
import { personRoutes } from "./people.ts";
import { quotePairRoutes } from "./quotePairs.ts";
import { quoteRoutes } from "./quotes.ts";
import { participantRoutes } from "./participants.ts";
import { peopleInJourneyRoutes } from "./peopleInJourney.ts";
import { pictureRoutes } from "./pictures.ts";
import { previewRoutes } from "./preview.ts";
import { ratingRoutes } from "./ratings.ts";
import { recordingRoutes } from "./recordings.ts";
import { savedSearchRoutes } from "./savedSearches.ts";
import { signInRoutes } from "./signIn.ts";
import { sourceRoutes } from "./sources.ts";
import { taskRoutes } from "./tasks.ts";
import { trashRoutes } from "./trash.ts";
import { versionRoutes } from "./versions.ts";
import { workshopRoutes } from "./workshop.ts";

/** Every route of the server. A test walks this list; what is not in it is not served. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...signInRoutes,
  ...oidcRoutes,
  ...meRoutes,
  ...memberRoutes,
  ...journeyRoutes,
  ...trashRoutes,
  ...futureStateRoutes,
  ...belowRoutes,
  ...personaRoutes,
  ...imageRoutes,
  ...journeyImportRoutes,
  ...exportRoutes,
  ...previewRoutes,
  ...versionRoutes,
  ...workshopRoutes,
  ...taskRoutes,
  ...exposureRoutes,
  ...canvasNoteRoutes,
  ...commentRoutes,
  ...linkRoutes,
  ...peopleInJourneyRoutes,
  ...participantRoutes,
  ...sourceRoutes,
  ...importRoutes,
  ...intakeRoutes,
  ...contactRoutes,
  ...savedSearchRoutes,
  ...evidenceHealthRoutes,
  ...quoteRoutes,
  ...quotePairRoutes,
  ...ratingRoutes,
  ...pictureRoutes,
  ...recordingRoutes,
  ...personRoutes,
  ...accessLogRoutes,
  openApiRoute(() => routes),
];
