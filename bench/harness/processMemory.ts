import { readFileSync, readdirSync } from "node:fs";

/** Memory of one process in MB: in use now, and the most it ever used. */
export type Memory = { readonly nowMb: number; readonly peakMb: number };

/** Memory of a process, from /proc (Linux); `undefined` when it is gone. */
export function memoryOf(pid: number): Memory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const mb = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0) / 1024;
    return { nowMb: mb("VmRSS"), peakMb: mb("VmHWM") };
  } catch {
    return undefined;
  }
}

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .split(" ")
        .filter(Boolean)
        .map(Number);
    } catch {
      return [];
    }
  });
}
