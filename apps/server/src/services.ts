import type { Logger } from "pino";
import type { Accounts } from "./accounts/accounts.ts";
import type { Clock } from "./clock.ts";
import type { Comments } from "./comments/comments.ts";
import type { Config } from "./config.ts";
import type { History } from "./history/history.ts";
import type { Imports } from "./imports/imports.ts";
import type { PinnedPaths } from "./levels/pinnedPaths.ts";
import type { Metrics } from "./http/metrics.ts";
import type { Privacy } from "./privacy/openPrivacy.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { FirstLooks } from "./pictures/firstLooks.ts";
import type { EvidenceStore } from "./storage/evidenceStore.ts";
import type { JourneyStore } from "./storage/journeyStore.ts";
import type { AppDatabase } from "./storage/tables.ts";
import type { JourneyImages } from "./images/journeyImages.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Workshops } from "./workshops/workshops.ts";

/** Everything a route or a command may reach, built once in `startServer` and handed down. */
export type Services = {
  config: Config;
  clock: Clock;
  log: Logger;
  /** The public address without a trailing slash. */
  publicUrl: string;
  db: AppDatabase;
  journeys: JourneyStore;
  /** Sources, contacts and quotes: everything that customers said. */
  evidence: EvidenceStore;
  /** Keys, tombstones and the access log: what outlives the words. */
  privacy: Privacy;
  /** Files on their way into the library. */
  imports: Imports;
  accounts: Accounts;
  /** What journeys rest on, for the maps above them. */
  pinnedPaths: PinnedPaths;
  rooms: Rooms;
  /** Versions of journeys, and who changed what since. */
  history: History;
  /** What a group does together in a journey: agenda, timer, private writing, votes. */
  workshops: Workshops;
  comments: Comments;
  tasks: Tasks;
  /** Images on the free canvases. */
  images: JourneyImages;
  /** The beginnings of maps, that go with their pages. */
  firstLooks: FirstLooks;
  metrics: Metrics;
  /** The secret of this workspace: keys the masks of personal data. */
  secret: string;
};
