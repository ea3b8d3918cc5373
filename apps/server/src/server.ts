import type { AddressInfo } from "node:net";
import { type Logger, pino } from "pino";
import { actorOfApiToken } from "./accounts/apiTokens.ts";
import type { Accounts } from "./accounts/accounts.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { closeToOthers, prepareDataFolder } from "./dataFolder.ts";
import { buildApp } from "./http/app.ts";
import { nobody } from "./policies/actor.ts";
import type { Services } from "./services.ts";
import { openAppDatabase } from "./storage/openAppDatabase.ts";
import { sqlJourneyStore } from "./storage/sql/sqlJourneyStore.ts";
import type { AppDatabase } from "./storage/tables.ts";

export type RunningServer = {
  /** Where it listens: `http://HOST:PORT`. */
  url: string;
  services: Services;
  /** Takes nothing new in, lets what is under way finish, closes the files. Safe to call twice. */
  close(): Promise<void>;
};

function tokenAccounts(db: AppDatabase): Accounts {
  const actorOfToken = (token: string) => actorOfApiToken(db, token);
  return {
    actorOfToken,
    actorOf: async (headers) => {
      const bearer = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
      return bearer === undefined ? nobody : ((await actorOfToken(bearer)) ?? nobody);
    },
  };
}

/** Opens the stores, builds the parts, listens. Tests give port 0, a temporary folder and their own clock. */
export async function startServer(
  config: Config,
  given: { clock?: Clock; log?: Logger } = {},
): Promise<RunningServer> {
  const log = given.log ?? pino({ level: config.logLevel });
  prepareDataFolder(config.dataFolder);
  const db = await openAppDatabase(config.dataFolder);
  closeToOthers(config.dataFolder);
  const services: Services = {
    config,
    clock: given.clock ?? systemClock,
    log,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    db,
    journeys: sqlJourneyStore(db),
    accounts: tokenAccounts(db),
  };
  const app = await buildApp(services);
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${config.host}:${port}`;
  if (config.publicUrl === undefined) services.publicUrl = url;
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= app.close().then(() => db.destroy()));
  return { url, services, close };
}
