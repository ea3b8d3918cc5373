import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "../errors.ts";
import type { PictureJob, PictureMade } from "./pictureMessages.ts";

/** How long one picture may take, ms, and how much memory its process may use, MB. */
export type PictureLimits = { program: string; patience: number; memory: number };

const limits: PictureLimits = {
  program: fileURLToPath(new URL("./pictureProgram.ts", import.meta.url)),
  patience: 60_000,
  memory: 1024,
};

let turn: Promise<unknown> = Promise.resolve();

/** Paints a journey in a process of its own, one at a time. Throws `export.failed` when that process gives up or takes too long. */
export function makePicture(job: PictureJob, within: PictureLimits = limits): Promise<Buffer> {
  const made = turn.then(() => paintElsewhere(job, within));
  turn = made.catch(() => undefined);
  return made;
}

function paintElsewhere(job: PictureJob, { program, patience, memory }: PictureLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: patience,
      killSignal: "SIGKILL",
      env: {},
    });
    const gaveUp = () => reject(new Problem("export.failed"));
    child.on("message", ({ bytes }: PictureMade) => resolve(Buffer.from(bytes)));
    child.on("error", gaveUp);
    // After the picture has come this refuses nothing any more.
    child.on("exit", gaveUp);
    child.send(job, (error) => {
      if (error !== null) gaveUp();
    });
  });
}
