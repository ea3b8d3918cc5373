import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A data folder for one test, and the way to take it away. */
export function makeTestFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "polku-test-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
