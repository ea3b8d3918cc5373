import path from "node:path";
import { z } from "zod";

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).default("127.0.0.1"),
  POLKU_DATA: z.string().min(1).default("./data"),
  POLKU_URL: address.optional(),
  POLKU_WEB: z.string().min(1).optional(),
  POLKU_DEMO: flag.default(true),
  POLKU_OPEN: flag.optional(),
  POLKU_LOG: z.enum(levels).default("warn"),
  POLKU_OIDC_ISSUER: address.optional(),
  POLKU_OIDC_CLIENT_ID: z.string().min(1).optional(),
  POLKU_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
});

/** What each value must look like, said when it does not. */
const expected: Record<string, string> = {
  PORT: "a whole number from 0 to 65535",
  HOST: "the name or address to listen on",
  POLKU_DATA: "a folder",
  POLKU_URL: "the public address, such as https://polku.example.org",
  POLKU_WEB: "the folder of the built web app",
  POLKU_DEMO: "0 or 1",
  POLKU_OPEN: "0 or 1",
  POLKU_LOG: `one of ${levels.join(", ")}`,
  POLKU_OIDC_ISSUER: "the address of the OpenID provider, such as https://login.example.org",
  POLKU_OIDC_CLIENT_ID: "the id that the provider gave to this Polku",
  POLKU_OIDC_CLIENT_SECRET: "the secret that the provider gave to this Polku",
};

/** What the server was told by its environment, read once and checked. Folders are absolute. */
export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  /** The public address without a trailing slash; `undefined` means the address it listens on. */
  publicUrl: string | undefined;
  webFolder: string | undefined;
  demo: boolean;
  /** `undefined`: open a browser only where a person is likely to sit. */
  openBrowser: boolean | undefined;
  logLevel: (typeof levels)[number];
  oidc: OidcConfig | undefined;
};

/** Where people may sign in beside passwords and links. */
export type OidcConfig = { issuer: string; clientId: string; clientSecret: string };

/** A value of the environment is wrong: the sentence names it and says what is expected. */
export class WrongEnvironment extends Error {}

/** Reads the environment. An empty value counts as unset. Throws `WrongEnvironment` with a sentence that names the variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  for (const name of ["DATABASE_URL", "REDIS_URL"]) {
    if (given[name] !== undefined)
      throw new WrongEnvironment(
        `${name} is set, but this version of Polku stores everything in POLKU_DATA. Unset it.`,
      );
  }
  const read = environment.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    throw new WrongEnvironment(
      `${name} is "${given[name] ?? ""}", but it must be ${expected[name] ?? "something else"}.`,
    );
  }
  const value = read.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataFolder: path.resolve(value.POLKU_DATA),
    publicUrl: value.POLKU_URL,
    webFolder: value.POLKU_WEB === undefined ? undefined : path.resolve(value.POLKU_WEB),
    demo: value.POLKU_DEMO,
    openBrowser: value.POLKU_OPEN,
    logLevel: value.POLKU_LOG,
    oidc: oidcOf(value),
  };
}

/** All three or none; and in the open only to a provider on this machine. */
function oidcOf(value: z.output<typeof environment>): OidcConfig | undefined {
  const given = {
    POLKU_OIDC_ISSUER: value.POLKU_OIDC_ISSUER,
    POLKU_OIDC_CLIENT_ID: value.POLKU_OIDC_CLIENT_ID,
    POLKU_OIDC_CLIENT_SECRET: value.POLKU_OIDC_CLIENT_SECRET,
  };
  const missing = Object.entries(given).find(([, one]) => one === undefined);
  if (Object.values(given).every((one) => one === undefined)) return undefined;
  if (missing !== undefined)
    throw new WrongEnvironment(
      `${missing[0]} is missing: signing in by an OpenID provider needs POLKU_OIDC_ISSUER, POLKU_OIDC_CLIENT_ID and POLKU_OIDC_CLIENT_SECRET.`,
    );
  const { POLKU_OIDC_ISSUER: issuer = "", POLKU_OIDC_CLIENT_ID: clientId = "" } = given;
  if (issuer.startsWith("http:") && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer))
    throw new WrongEnvironment(`POLKU_OIDC_ISSUER is "${issuer}", but it must begin with https://.`);
  return { issuer, clientId, clientSecret: given.POLKU_OIDC_CLIENT_SECRET ?? "" };
}
