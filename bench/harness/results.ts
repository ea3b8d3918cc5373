import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { machine } from "./machine.ts";
import { benchFolder } from "./paths.ts";

type Cell = string | number | null | undefined;

/** A goal of the design and what came out; `value` and `goal` in the same unit, met when `value` is not above `goal`. */
export type Goal = { readonly what: string; readonly value: number; readonly goal: number };

/** Writes bench/results/<part>.json with the machine as it is now. */
export function keepResults(part: string, content: object): void {
  const folder = path.join(benchFolder, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${part}.json`),
    `${JSON.stringify({ part, machine: machine(), ...content }, null, 1)}\n`,
  );
}

/** Prints a table as markdown, ready for docs/performance.md. */
export function printTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  console.log([line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"));
}

/** Prints each goal as met or missed. */
export function printGoals(goals: readonly Goal[]): void {
  for (const { what, value, goal } of goals)
    console.log(`${value <= goal ? "met   " : "missed"}  ${what}: ${round(value, 2)} (goal ≤ ${goal})`);
}

/** Rounds to `digits` places. */
export function round(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** The middle one; the mean of the two middle ones of an even number; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value below which the share `p` (0..1) of all lies; NaN of none. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}
