import { spawn } from "node:child_process";

/** True when somebody is likely to sit in front of this machine: a terminal on a desktop. `wanted` (POLKU_OPEN) decides when it is given. */
export function mayOpenBrowser(wanted: boolean | undefined): boolean {
  if (wanted !== undefined) return wanted;
  const { CI, DISPLAY, SSH_CONNECTION, WAYLAND_DISPLAY } = process.env;
  if (CI !== undefined || SSH_CONNECTION !== undefined || !process.stdout.isTTY) return false;
  return process.platform !== "linux" || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
}

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["explorer"],
};

/** Shows an address in the person's browser; where that does not work, the printed address is still there. */
export function openBrowser(url: string): void {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
