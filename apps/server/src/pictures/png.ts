import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Problem } from "../errors.ts";

/** Twice the size, for screens and print, as long as the picture stays below what a machine can hold. */
const SCALE = 2;
const MOST_PIXELS = 80_000_000;
const LONGEST_SIDE = 16_000;
const PATIENCE = 60_000;

const program = fileURLToPath(new URL("./pngProgram.ts", import.meta.url));

/** How much larger than its SVG a picture of this size (px) is made. */
export function pngScale(width: number, height: number): number {
  const bySide = LONGEST_SIDE / Math.max(width, height);
  const byArea = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.min(SCALE, bySide, byArea);
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width = "1", height = "1"] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

let turn: Promise<unknown> = Promise.resolve();

/** The PNG of an SVG, one picture at a time. Throws `export.failed` when the renderer gives up or takes over a minute. */
export function pngOf(svg: string): Promise<Buffer> {
  const made = turn.then(() => render(svg));
  turn = made.catch(() => undefined);
  return made;
}

async function render(svg: string): Promise<Buffer> {
  const { width, height } = sizeOf(svg);
  const child = spawn(process.execPath, [program, String(pngScale(width, height))], {
    stdio: ["pipe", "pipe", "ignore"],
    timeout: PATIENCE,
    killSignal: "SIGKILL",
    env: {},
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
  // A renderer that dies before it has read everything breaks the pipe; its exit code tells.
  child.stdin.on("error", () => undefined);
  child.stdin.end(svg);
  const [png, code] = await Promise.all([buffer(child.stdout), ended]);
  if (code !== 0 || png.length === 0) throw new Problem("export.failed");
  return png;
}
