import { type Logger, pino } from "pino";

/** A log of everything, down to the smallest, whose lines a test can read. */
export function writtenLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }), lines };
}
