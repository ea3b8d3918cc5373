import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { LogFile } from "./logFile.ts";
import type { AppendRequest, LogAnswer, LogRequest, OtherRequest } from "./logMessages.ts";

const mostInOneCommit = 2_000;
const { file } = workerData as { file: string };
const port = parentPort;
if (port === null) throw new Error("log.worker runs only as a worker");
const log = new LogFile(file);

function carryOut(request: OtherRequest): unknown {
  switch (request.call) {
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

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function reopen(): void {
  try {
    log.reopen();
  } catch {
    // The next attempt tries again; until one succeeds nothing is acknowledged.
  }
}

function answer(request: OtherRequest): LogAnswer {
  try {
    return { id: request.id, answer: carryOut(request) };
  } catch (error) {
    if (request.call === "keepSnapshot") reopen();
    return { id: request.id, failure: reasonOf(error) };
  }
}

/** What was sent before its sender could know of a failure stood behind what failed, and may not overtake it. */
let failedAttempt = -1;

/** Writes all of them in one commit. */
function appendAll(requests: readonly AppendRequest[]): LogAnswer[] {
  const records = requests.flatMap(({ ask }) => ask.batch);
  try {
    let last = log.append(records) - records.length;
    return requests.map(({ id, ask }) => {
      last += ask.batch.length;
      return { id, answer: last };
    });
  } catch (error) {
    failedAttempt = Math.max(...requests.map(({ ask }) => ask.attempt));
    reopen();
    return requests.map(({ id }) => ({ id, failure: reasonOf(error) }));
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

function append(requests: readonly AppendRequest[], to: MessagePort): void {
  const late = requests.filter(({ ask }) => ask.attempt <= failedAttempt);
  for (const { id } of late)
    to.postMessage({ id, failure: "What stood before it could not be written." }, []);
  const due = requests.filter(({ ask }) => ask.attempt > failedAttempt);
  if (due.length === 0) return;
  for (const one of appendAll(due)) to.postMessage(one, []);
  makeRoomWhenBusy();
  tidySoon();
}

/** The request and whatever else is waiting already, in the order in which it came. */
function withThoseWaiting(first: LogRequest, at: MessagePort): LogRequest[] {
  const requests = [first];
  while (requests.length < mostInOneCommit) {
    const next: { message: LogRequest } | undefined = receiveMessageOnPort(at);
    if (next === undefined) break;
    requests.push(next.message);
  }
  return requests;
}

port.on("message", (first: LogRequest) => {
  let appends: AppendRequest[] = [];
  for (const request of withThoseWaiting(first, port)) {
    if (request.call === "append") {
      appends.push(request);
      continue;
    }
    append(appends, port);
    appends = [];
    port.postMessage(answer(request));
    if (request.call !== "close") continue;
    clearTimeout(tidying);
    port.close();
  }
  append(appends, port);
});
