import type { JourneyLog } from "../storage/journeyLog.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { type DiskState, diskStates } from "./diskStates.ts";

type FaultyLog = {
  log: JourneyLog;
  disk: (state: DiskState) => void;
  /** Whether the thread is waiting for a stopped disk. */
  standsStill: () => boolean;
};

/** The real log on a real file, whose disk does what the test says. It works again before it is closed. */
export function openFaultyLog(folder: string): FaultyLog {
  const control = new Int32Array(new SharedArrayBuffer(8));
  const disk = (state: DiskState) => {
    Atomics.store(control, 0, diskStates.indexOf(state));
    Atomics.notify(control, 0);
  };
  const program = new URL("./faultyLog.worker.ts", import.meta.url);
  return {
    log: openSqlJourneyLog(folder, { program, given: { control } }),
    disk,
    standsStill: () => Atomics.load(control, 1) === 1,
  };
}
