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
};

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
  };
}
