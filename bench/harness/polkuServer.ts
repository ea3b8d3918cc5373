import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./paths.ts";
import { startProgram } from "./startProgram.ts";

/** A Polku as it is shipped: its own process, its own data folder, durable as always. */
export type PolkuServer = {
  readonly url: string;
  readonly pid: number;
  /** The owner's one-time link, for a browser. */
  readonly signInLink: string;
  /** An API token of the owner, made on the command line. */
  readonly token: string;
  createJourney(title: string): Promise<string>;
  /** Makes a journey of a journey file. */
  importJourney(file: object): Promise<string>;
  stop(): Promise<void>;
};

/** How a Polku is started: modules that Node runs before it, and another program in the place of its own. */
export type Start = {
  readonly preload?: readonly string[];
  readonly program?: string;
  /** A data folder that is there already, and stays; without it an empty one is made and removed. */
  readonly data?: string;
};

/** Starts a Polku on an empty data folder, or on the one that is given. */
export async function startPolku({
  preload = [],
  program: main,
  data: given,
}: Start = {}): Promise<PolkuServer> {
  const data = given ?? mkdtempSync(path.join(tmpdir(), "polku-bench-"));
  const env = {
    HOST: "127.0.0.1",
    PORT: "0",
    POLKU_DATA: data,
    POLKU_DEMO: "0",
    POLKU_OPEN: "0",
    POLKU_LOG: "error",
    POLKU_WEB: process.env["POLKU_WEB"] ?? path.join(root, "apps", "web", "dist"),
  };
  const imports = preload.flatMap((module) => ["--import", module]);
  const program = await startProgram(
    [...imports, main ?? "apps/server/src/main.ts"],
    env,
    /Polku is ready at (http:\S+)[\s\S]*?(http:\S+\/sign-in#\S+)/,
  );
  const [, url = "", signInLink = ""] =
    /at (http:\S+)[\s\S]*?(http:\S+\/sign-in#\S+)/.exec(program.ready) ?? [];
  const token = execFileSync(
    process.execPath,
    ["apps/server/src/cli/polku.ts", "token", "create", "--role", "owner"],
    { cwd: root, env: { ...process.env, ...env }, encoding: "utf8" },
  ).trim();
  const headers = { authorization: `Bearer ${token}` };

  async function idOf(answer: Response): Promise<string> {
    if (!answer.ok) throw new Error(`No journey: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  return {
    url,
    pid: program.pid,
    signInLink,
    token,
    createJourney: async (title) =>
      idOf(
        await fetch(`${url}/api/v1/journeys`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify({ title, lang: "en" }),
        }),
      ),
    importJourney: async (file) => {
      const form = new FormData();
      form.set("file", new Blob([JSON.stringify(file)]), "journey.json");
      return idOf(await fetch(`${url}/api/v1/journeys/import`, { method: "POST", headers, body: form }));
    },
    stop: async () => {
      await program.stop();
      if (given === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
