import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The secret of this workspace, made at the first start: it signs cookies and keys the masks of personal data. Base64url, 256 bits. */
export function workspaceSecret(dataFolder: string): string {
  const file = path.join(dataFolder, "keys", "workspace.key");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
