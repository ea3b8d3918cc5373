import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Prints what the server complains of. Its record of who came in and was refused belongs to the test, not to the test's own log. */
function passOnTroubles(stderr: NodeJS.ReadableStream): void {
  createInterface({ input: stderr }).on("line", (line) => {
    if (!line.includes('"msg":"security"')) process.stderr.write(`${line}\n`);
  });
}

/** A Polku of its own: its process, its data folder and its address. */
export class PolkuServer {
  readonly data = mkdtempSync(path.join(tmpdir(), "polku-e2e-"));
  url = "";
  private signInLink = "";
  private process: ChildProcess | null = null;
  private port = 0;

  private readonly env: Record<string, string>;

  private constructor(env: Record<string, string>) {
    this.env = env;
  }

  static async start(env: Record<string, string> = {}): Promise<PolkuServer> {
    const server = new PolkuServer(env);
    await server.run();
    return server;
  }

  /** Starts the process and waits for its two lines: the address, and the owner's one-time link. */
  async run(): Promise<void> {
    const child = spawn(process.execPath, ["apps/server/src/main.ts"], {
      cwd: root,
      env: {
        ...process.env,
        HOST: "127.0.0.1",
        PORT: String(this.port),
        POLKU_DATA: this.data,
        POLKU_OPEN: "0",
        POLKU_LOG: "error",
        POLKU_WEB: path.join(root, "apps", "web", "dist"),
        ...this.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    passOnTroubles(child.stderr);
    let output = "";
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (piece: Buffer) => {
        output += piece.toString();
        const url = /Polku is ready at (http:\S+)/.exec(output)?.[1];
        if (!url) return;
        this.url = url;
        this.port = Number(new URL(url).port);
        const link = /(http:\S+\/sign-in#\S+)/.exec(output)?.[1];
        if (link) this.signInLink = link;
        if (link || this.signInLink) resolve();
      });
      child.on("exit", (code) =>
        reject(new Error(`The server ended with ${code} before it was ready:\n${output}`)),
      );
    });
    await ready;
  }

  /** The owner's link; the server prints it until it was used. */
  get ownerLink(): string {
    return this.signInLink;
  }

  /** Ends the process: with "SIGKILL" as a power cut would. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  /** Stops it and takes its data folder away. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}
