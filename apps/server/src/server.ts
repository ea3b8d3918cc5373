import type { AddressInfo } from "node:net";
import { type Logger, pino } from "pino";
import { openAccounts } from "./accounts/accounts.ts";
import { openOidc } from "./accounts/oidc.ts";
import { issueSignInLink } from "./accounts/signInLinks.ts";
import { workspaceSecret } from "./accounts/workspaceSecret.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { closeToOthers, prepareDataFolder } from "./dataFolder.ts";
import { lockDataFolder } from "./dataLock.ts";
import { keepAutomaticVersions, type Later, systemLater } from "./history/automaticVersions.ts";
import { openHistory } from "./history/history.ts";
import { buildApp } from "./http/app.ts";
import { makeMetrics } from "./http/metrics.ts";
import { type ImportProcessLimits, importLimits } from "./imports/importProcess.ts";
import { openImports } from "./imports/imports.ts";
import { goOnWithCurves } from "./participants/takeCurve.ts";
import { seedDemo } from "./demo/seedDemo.ts";
import { purgeAgain } from "./commands/purgeJourney.ts";
import { runRetention } from "./commands/runRetention.ts";
import { runDaily } from "./daily.ts";
import { keepList } from "./keepList.ts";
import { keepPinnedPaths } from "./levels/pinnedPaths.ts";
import { tellAbove } from "./levels/tellAbove.ts";
import { keepFirstLooks } from "./pictures/firstLooks.ts";
import { openPrivacy } from "./privacy/openPrivacy.ts";
import { heapShare } from "./rooms/admission.ts";
import { openRooms, type RoomsDeps } from "./rooms/openRooms.ts";
import type { Services } from "./services.ts";
import { watchForeignCommits } from "./storage/foreignCommits.ts";
import { openAppDatabase } from "./storage/openAppDatabase.ts";
import { openSqlEvidenceStore } from "./storage/sql/sqlEvidenceStore.ts";
import { sqlJourneyStore } from "./storage/sql/sqlJourneyStore.ts";
import { openSqlJourneyLog } from "./storage/sql/sqlJourneyLog.ts";
import type { JourneyLog } from "./storage/journeyLog.ts";
import { openComments } from "./comments/comments.ts";
import { openJourneyImages } from "./images/journeyImages.ts";
import { openTasks } from "./tasks/tasks.ts";
import { openWorkshops } from "./workshops/workshops.ts";

export type RunningServer = {
  /** Where it listens: `http://HOST:PORT`. */
  url: string;
  services: Services;
  /** The owner's one-time sign-in link, made anew; `undefined` once the owner has signed in. */
  firstSignInLink(): Promise<string | undefined>;
  /** Takes nothing new in, lets what is under way finish, closes the files. Safe to call twice. */
  close(): Promise<void>;
};

/** What tests put in the place of the real thing. */
export type Given = {
  clock?: Clock;
  log?: Logger;
  journeyLog?: JourneyLog;
  extensions?: RoomsDeps["extensions"];
  heapShare?: RoomsDeps["heapShare"];
  importLimits?: ImportProcessLimits;
  /** By which automatic versions are kept later. */
  later?: Later;
};

/** Opens the stores, builds the parts, listens. Tests give port 0, a temporary folder and their own clock. */
export async function startServer(config: Config, given: Given = {}): Promise<RunningServer> {
  const logger = given.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const clock = given.clock ?? systemClock;
  prepareDataFolder(config.dataFolder);
  const lock = lockDataFolder(config.dataFolder);
  const secret = workspaceSecret(config.dataFolder);
  const db = await openAppDatabase(config.dataFolder);
  const journeyLog = given.journeyLog ?? openSqlJourneyLog(config.dataFolder);
  await journeyLog.documents();
  closeToOthers(config.dataFolder);

  const journeys = sqlJourneyStore(db);
  const evidence = await openSqlEvidenceStore(db);
  const privacy = await openPrivacy({ db, evidence, clock, secret, dataFolder: config.dataFolder });
  let publicUrl = config.publicUrl ?? urlOf(config.host, config.port);
  const oidc = config.oidc && openOidc(config.oidc, { db, clock, publicUrl: () => publicUrl });
  const accounts = openAccounts(db, clock, secret, () => publicUrl, oidc);
  const rooms = openRooms({
    log: journeyLog,
    journeys,
    accounts,
    clock,
    logger,
    publicUrl: () => publicUrl,
    changedElsewhere: await watchForeignCommits(db),
    ...(given.extensions === undefined ? {} : { extensions: given.extensions }),
    ...(given.heapShare === undefined ? {} : { heapShare: given.heapShare }),
  });
  const imports = await openImports(
    { db, store: evidence, rooms, clock, log: logger, secret, dataFolder: config.dataFolder },
    given.importLimits ?? importLimits,
  );
  const metrics = makeMetrics();
  const history = openHistory({ db, rooms, clock, logger });
  const comments = openComments({ db, rooms, clock });
  const tasks = openTasks({ db, rooms, clock });
  const images = openJourneyImages({ db, clock });
  const workshops = openWorkshops({ db, rooms, history, clock });
  const stopVersions = keepAutomaticVersions({
    history,
    rooms,
    journeys,
    clock,
    logger,
    later: given.later ?? systemLater,
    heapShare: given.heapShare ?? heapShare,
  });
  const finishList = keepList(rooms, journeys, clock, logger);
  const stopTelling = tellAbove(rooms, journeys, logger);
  const services: Services = {
    config,
    clock,
    log: logger,
    get publicUrl() {
      return publicUrl;
    },
    db,
    journeys,
    evidence,
    imports,
    privacy,
    accounts,
    rooms,
    pinnedPaths: keepPinnedPaths(rooms),
    history,
    workshops,
    comments,
    tasks,
    images,
    firstLooks: keepFirstLooks({ rooms, journeys, evidence, clock, log: logger }),
    metrics,
    secret,
  };

  const app = await buildApp(services);
  app.server.on("upgrade", (request, stream, head) => rooms.upgrade(request, stream, head));
  await purgeAgain(services);
  await seedDemo(services);
  await goOnWithCurves(services);
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  const url = urlOf(config.host, port);
  publicUrl = config.publicUrl ?? url;
  lock.announce(url);
  const retention = runDaily(services, "retention", () => runRetention(services));
  // What a stopped server left in the files; nobody waits for it, its words are gone for everyone already.
  privacy
    .sweep()
    .catch((err: unknown) => logger.error({ err }, "what was erased is not out of the files yet"));
  void retention.look();

  async function closeAll(): Promise<void> {
    stopVersions();
    stopTelling();
    await rooms.close();
    await app.close();
    metrics.stop();
    await finishList();
    await history.close();
    await imports.close();
    await privacy.close();
    await retention.close();
    await journeyLog.close();
    await db.destroy();
    lock.release();
  }
  let closing: Promise<void> | undefined;
  const firstSignInLink = async () =>
    (await accounts.sessions.owner()) === undefined ? issueSignInLink(db, clock, publicUrl) : undefined;
  return { url, services, firstSignInLink, close: () => (closing ??= closeAll()) };
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
