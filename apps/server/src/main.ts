import { enableCompileCache } from "node:module";
import { WrongEnvironment, readConfig } from "./config.ts";
import { mayOpenBrowser, openBrowser } from "./openBrowser.ts";
import type { Given, RunningServer } from "./server.ts";

const deadline = 9_000;

/** The first signal lets the server finish (at most 9 s); the second ends it at once. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      console.error("Polku did not stop in time; what was acknowledged is on disk.");
      process.exit(1);
    }, deadline).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        server.services.log.error({ err: error }, "closing failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** An error that nobody caught is written down; one bad message must not end everybody's work. */
function surviveErrors(server: RunningServer): void {
  const { log } = server.services;
  process.on("uncaughtException", (err) => log.error({ err }, "an error that nobody caught"));
  process.on("unhandledRejection", (err) => log.error({ err }, "a rejection that nobody handled"));
}

/** Reads the environment, starts the server and says where it is. A wrong environment ends the process with a sentence. */
export async function main(given: Given = {}): Promise<void> {
  try {
    const config = readConfig(process.env);
    // From the second start on, nothing is compiled or stripped of its types again.
    enableCompileCache();
    const { startServer } = await import("./server.ts");
    const server = await startServer(config, given);
    surviveErrors(server);
    stopOnSignal(server);
    console.log(`Polku is ready at ${server.url}`);
    const link = await server.firstSignInLink();
    if (link !== undefined) console.log(`Sign in once with this link: ${link}`);
    if (process.argv.includes("--open") || mayOpenBrowser(config.openBrowser))
      openBrowser(link ?? server.url);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof WrongEnvironment) console.error(error.message);
    else if (code === "EADDRINUSE")
      console.error("PORT is taken by another program. Set PORT to a free one.");
    else if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      console.error("HOST is not an address of this machine. Set HOST to one that is.");
    else console.error(error);
    process.exit(1);
  }
}

if (import.meta.main) await main();
