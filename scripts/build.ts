import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.ts";

const inputs = ["apps/web", "packages", "pnpm-lock.yaml", "package.json"];
const skipped = new Set(["node_modules", "dist", ".tsbuild", "test"]);

function collect(entry: string, hash: ReturnType<typeof createHash>): void {
  const full = path.join(root, entry);
  const children = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const child of children) {
    if (skipped.has(child.name)) continue;
    const next = path.join(entry, child.name);
    if (child.isDirectory()) collect(next, hash);
    else if (!child.name.includes(".test.")) hash.update(next).update(readFileSync(path.join(root, next)));
  }
}

/** A fingerprint of every file the web bundle is made from. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const full = path.join(root, input);
    if (!existsSync(full)) continue;
    if (input.includes(".")) hash.update(readFileSync(full));
    else collect(input, hash);
  }
  return hash.digest("hex");
}

/** Builds the web app into apps/web/dist, unless what lies there was built from the very same files. */
export async function buildWeb(): Promise<void> {
  const stamp = path.join(root, "apps", "web", "dist", ".built-from");
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.log("Building the web app …");
  const { build } = await import("vite");
  await build({ root: path.join(root, "apps", "web"), logLevel: "warn" });
  writeFileSync(stamp, now);
}
