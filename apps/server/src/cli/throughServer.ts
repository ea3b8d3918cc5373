import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createApiToken, revokeApiToken } from "../accounts/apiTokens.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { prepareDataFolder } from "../dataFolder.ts";
import { addressOfRunning } from "../dataLock.ts";
import { startServer } from "../server.ts";
import { withAppDatabase } from "./tokens.ts";

type Ask = (method: string, where: string, body?: FormData | string) => Promise<Response>;

/** Lends `work` a way to ask the server that runs on the data folder, or one that is started for it and ended afterwards. */
async function withServer<T>(config: Config, work: (ask: Ask) => Promise<T>): Promise<T> {
  prepareDataFolder(config.dataFolder);
  const running = addressOfRunning(config.dataFolder);
  const own =
    running === undefined ? await startServer({ ...config, port: 0, host: "127.0.0.1" }) : undefined;
  const url = running ?? own?.url ?? "";
  const wanted = { role: "owner" as const, journeyId: "*", name: "command line" };
  const token = await withAppDatabase(config, (db) => createApiToken(db, systemClock, wanted));
  try {
    return await work((method, where, body) =>
      fetch(url + where, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
        },
        ...(body === undefined ? {} : { body }),
      }),
    );
  } finally {
    await withAppDatabase(config, (db) => revokeApiToken(db, systemClock, token));
    await own?.close();
  }
}

/** The sentence of a problem document, or what the server said instead. */
async function sentenceOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as { title?: string }).title ?? text;
  } catch {
    return text;
  }
}

/** What a file most likely is, when nobody said. */
const usualKinds: Record<string, string> = {
  ".csv": "survey_open",
  ".vtt": "interview",
  ".srt": "interview",
};

async function formOf(file: string, kind: string | undefined): Promise<FormData> {
  const form = new FormData();
  const meta = { title: path.basename(file), kind: kind ?? usualKinds[path.extname(file).toLowerCase()] };
  form.set("meta", JSON.stringify(meta));
  form.set("file", await openAsBlob(file), path.basename(file));
  return form;
}

const pollMs = 100;

async function followImport(ask: Ask, importId: string, file: string): Promise<boolean> {
  for (;;) {
    const progress = (await (await ask("GET", `/api/v1/imports/${importId}`)).json()) as Record<
      string,
      unknown
    >;
    if (progress.state !== "waiting" && progress.state !== "running") {
      const { state, read, kept, duplicates } = progress;
      console.log(
        `${file}: ${String(state)}, ${String(read)} read, ${String(kept)} kept, ${String(duplicates)} known`,
      );
      return state === "done";
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function importOne(ask: Ask, file: string, kind: string | undefined): Promise<boolean> {
  const isJourney = [".json", ".mmd", ".polku"].includes(path.extname(file).toLowerCase());
  const where = isJourney ? "/api/v1/journeys/import" : "/api/v1/sources";
  const response = await ask("POST", where, await formOf(file, kind));
  if (!response.ok) {
    console.error(`${file}: ${await sentenceOf(response)}`);
    return false;
  }
  const { id, importId } = (await response.json()) as { id: string; importId?: string };
  if (importId !== undefined) return followImport(ask, importId, file);
  console.log(`${file}: journey ${id}`);
  return true;
}

/** Takes files in, one after another; 1 when one of them was refused. `kind` is a kind of source, for all of them. */
export function importFiles(
  config: Config,
  files: readonly string[],
  kind: string | undefined,
): Promise<number> {
  return withServer(config, async (ask) => {
    let failed = 0;
    for (const file of files) if (!(await importOne(ask, file, kind))) failed += 1;
    return failed === 0 ? 0 : 1;
  });
}

/** Writes a journey in a format to a file, or to the output. */
export function exportJourney(
  config: Config,
  journey: string,
  format: string,
  out: string | undefined,
): Promise<number> {
  return withServer(config, async (ask) => {
    const response = await ask(
      "GET",
      `/api/v1/journeys/${encodeURIComponent(journey)}/export?format=${encodeURIComponent(format)}`,
    );
    if (!response.ok) {
      console.error(await sentenceOf(response));
      return 1;
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    if (out === undefined) process.stdout.write(bytes);
    else await writeFile(out, bytes);
    return 0;
  });
}

const whereErased: Record<string, string> = {
  source: "/api/v1/sources",
  contact: "/api/v1/contacts",
  quote: "/api/v1/quotes",
};

/** Erases a source, a contact or a quote by its id, or a person by what their file calls them. */
export function eraseThing(
  config: Config,
  { what, id, reason }: { what: string; id: string; reason: string },
): Promise<number> {
  return withServer(config, async (ask) => {
    const where = whereErased[what];
    const response =
      where === undefined
        ? await ask("POST", "/api/v1/people/erase", JSON.stringify({ person: id, reason }))
        : await ask("DELETE", `${where}/${encodeURIComponent(id)}?reason=${reason}`);
    if (!response.ok) {
      console.error(await sentenceOf(response));
      return 1;
    }
    if (response.status === 204) console.log("Erased: 1 quote.");
    else {
      const { contacts, quotes } = (await response.json()) as { contacts: number; quotes: number };
      console.log(`Erased: ${contacts} contacts, ${quotes} quotes.`);
    }
    return 0;
  });
}
