import type { Migration } from "kysely/migration";
import { coreTables } from "./0001-core.ts";
import { evidenceTables } from "./0002-evidence.ts";
import { languages } from "./0003-languages.ts";
import { rememberedMappings } from "./0004-remembered-mappings.ts";
import { history } from "./0005-history.ts";
import { members } from "./0006-members.ts";
import { privacy } from "./0007-privacy.ts";
import { accessLog } from "./0008-access-log.ts";
import { search } from "./0011-search.ts";
import { librarySums } from "./0012-library-sums.ts";
import { recordings } from "./0013-recordings.ts";
import { ratings } from "./0014-ratings.ts";
import { workshop } from "./0015-workshop.ts";
import { importJobs } from "./0016-import-jobs.ts";
import { intake } from "./0017-intake.ts";
import { comments } from "./0017-comments.ts";
import { broughtPlaces } from "./0018-brought-places.ts";
import { lobby } from "./0019-lobby.ts";
import { participants } from "./0020-participants.ts";
import { owedCurves } from "./0022-owed-curves.ts";
import { workshopCurves } from "./0023-workshop-curves.ts";
import { tasks } from "./0024-tasks.ts";
import { images } from "./0025-images.ts";
import { exposure } from "./0025b-exposure.ts";
import { themes } from "./0026-themes.ts";
import { futureStates } from "./0030-future-states.ts";
import { asked } from "./0031-asked.ts";
import { quotePairs } from "./0032-quote-pairs.ts";
import { pictures } from "./0033-pictures.ts";
import { suggestedByImport } from "./0033b-suggested-by-import.ts";
import { levels } from "./0034-levels.ts";
import { personas } from "./0035-personas.ts";
import { secondFactor } from "./0038-second-factor.ts";
import { linkedAccounts } from "./0045-linked-accounts.ts";
import { participantVoices } from "./0037-participant-voices.ts";

/** The one list of steps by which `app.db` reached its present shape, run in the order of their names; each runs once. */
export const migrations: Record<string, Migration> = {
  "0001-core": coreTables,
  "0002-evidence": evidenceTables,
  "0003-languages": languages,
  "0004-remembered-mappings": rememberedMappings,
  "0005-history": history,
  "0006-members": members,
  "0007-privacy": privacy,
  "0008-access-log": accessLog,
  "0011-search": search,
  "0012-library-sums": librarySums,
  "0013-recordings": recordings,
  "0014-ratings": ratings,
  "0015-workshop": workshop,
  "0016-import-jobs": importJobs,
  "0017-intake": intake,
  "0017-comments": comments,
  "0018-brought-places": broughtPlaces,
  "0019-lobby": lobby,
  "0020-participants": participants,
  "0022-owed-curves": owedCurves,
  "0023-workshop-curves": workshopCurves,
  "0024-tasks": tasks,
  "0025-images": images,
  "0025b-exposure": exposure,
  "0026-themes": themes,
  "0030-future-states": futureStates,
  "0031-asked": asked,
  "0032-quote-pairs": quotePairs,
  "0033-pictures": pictures,
  "0033b-suggested-by-import": suggestedByImport,
  "0034-levels": levels,
  "0035-personas": personas,
  "0037-participant-voices": participantVoices,
  "0038-second-factor": secondFactor,
  "0045-linked-accounts": linkedAccounts,
};
