import { parentPort, workerData } from "node:worker_threads";
import { LogFile } from "./logFile.ts";
import type { LogAnswer, LogRequest } from "./logMessages.ts";

const { file } = workerData as { file: string };
const port = parentPort;
if (port === null) throw new Error("log.worker runs only as a worker");
const log = new LogFile(file);

function carryOut(request: LogRequest): unknown {
  switch (request.call) {
    case "append":
      return log.append(request.ask.batch);
    case "load":
      return log.load(request.ask.doc);
    case "keepSnapshot":
      return log.keepSnapshot(request.ask.doc, request.ask.upTo, request.ask.data, request.ask.at);
    case "forget":
      return log.forget(request.ask.doc);
    case "documents":
      return log.documents();
    case "check":
      return log.check();
    case "copyTo":
      return log.copyTo(request.ask.file);
    case "close":
      return log.close();
    default:
      throw new Error("The log was asked for something unknown.");
  }
}

function answer(request: LogRequest): LogAnswer {
  try {
    return { id: request.id, answer: carryOut(request) };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    if (request.call === "append" || request.call === "keepSnapshot") {
      try {
        log.reopen();
      } catch {
        // The next attempt tries again; until one succeeds nothing is acknowledged.
      }
    }
    return { id: request.id, failure };
  }
}

const quietMs = 500;
let tidying: NodeJS.Timeout | undefined;

/** Tidies up once nothing has been written for a while. */
function tidySoon(): void {
  clearTimeout(tidying);
  tidying = setTimeout(() => {
    try {
      log.tidy();
    } catch {
      // A checkpoint that fails is repeated by the next one; nothing rests on it.
    }
  }, quietMs);
}

function makeRoomWhenBusy(): void {
  try {
    log.makeRoomWhenBusy();
  } catch {
    // A log without room is slower; whatever is wrong with its file, the next append says it.
  }
}

port.on("message", (request: LogRequest) => {
  port.postMessage(answer(request));
  if (request.call === "append") {
    makeRoomWhenBusy();
    tidySoon();
  }
  if (request.call !== "close") return;
  clearTimeout(tidying);
  port.close();
});
