// Polku with its log switched off: every update is kept in memory only. What the disk costs is the difference.
import { main } from "../../../apps/server/src/main.ts";
import { memoryJourneyLog } from "../../../apps/server/src/storage/memoryJourneyLog.ts";

await main({ journeyLog: memoryJourneyLog() });
