import os from "node:os";

/** Where figures were taken. `load` is that of the last 1, 5 and 15 minutes: above the number of cores others were at work too. */
export type Machine = {
  readonly at: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly load: readonly number[];
};

/** The machine at this moment. */
export function machine(): Machine {
  return {
    at: new Date().toISOString(),
    cpu: os.cpus()[0]?.model.trim() ?? "unknown processor",
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 1024 ** 3),
    platform: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    load: os.loadavg().map((load) => Math.round(load * 10) / 10),
  };
}
