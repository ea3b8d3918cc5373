import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./paths.ts";

/** Every source file below a folder, as paths from the project's root. */
function sources(folder: string, kind = /\.tsx?$/): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !file.includes("node_modules") && !file.includes(".tsbuild"));
}

/** What a file imports by a relative path, as paths from the project's root. */
function relativeImports(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(([, to = ""]) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(file), to)),
  );
}

/** The room of a floor that a file stands in: the rank counts upwards, and one may import only from one's own room or below. */
type Room = { readonly rank: number; readonly name: string };

const WEB = ["i18n", "ui", "offline", "api", "testing", "session", "features", "app"];

function webRoom(file: string): Room {
  const [, , , room = "", inner = ""] = file.split("/");
  if (room === "features") return { rank: WEB.indexOf(room), name: `features/${inner}` };
  // main.tsx and the service worker's registration stand above everything.
  return { rank: WEB.includes(room) ? WEB.indexOf(room) : WEB.length, name: room };
}

function trespasses(folder: string, roomOf: (file: string) => Room): string[] {
  return sources(folder).flatMap((file) => {
    const own = roomOf(file);
    return relativeImports(file)
      .filter((to) => to.startsWith(folder))
      .filter((to) => {
        const other = roomOf(to);
        return other.name !== own.name && other.rank >= own.rank;
      })
      .map((to) => `${file} → ${to}`);
  });
}

test("in the web app imports go down: app → features → session → api → ui → words, and a feature knows no other feature", () => {
  expect(trespasses("apps/web/src", webRoom)).toEqual([]);
});

test("what the web app's tests are made with is imported by tests alone", () => {
  const found = sources("apps/web/src")
    .filter((file) => webRoom(file).name !== "testing" && !/\.test\.tsx?$/.test(file))
    .filter((file) => relativeImports(file).some((to) => webRoom(to).name === "testing"));
  expect(found).toEqual([]);
});

test("packages never import from an app, by whatever path", () => {
  const found = sources("packages").flatMap((file) =>
    relativeImports(file).filter(
      (to) => to.startsWith("apps/") || !to.startsWith(file.split("/").slice(0, 2).join("/")),
    ),
  );
  expect(found).toEqual([]);
});

test("on the server storage and policies know nothing of commands, rooms and http, and commands nothing of http", () => {
  const above: Readonly<Record<string, readonly string[]>> = {
    storage: ["commands", "rooms", "http", "cli"],
    policies: ["commands", "rooms", "http", "cli"],
    commands: ["http", "cli"],
    rooms: ["http", "cli"],
  };
  const roomOf = (file: string): string => file.split("/")[3] ?? "";
  const found = sources("apps/server/src")
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      relativeImports(file)
        .filter((to) => above[roomOf(file)]?.includes(roomOf(to)))
        .map((to) => `${file} → ${to}`),
    );
  expect(found).toEqual([]);
});

test("no style asks what the page or the map has in it: it would be asked anew for every card (ui/useOpenPanel.ts says it instead)", () => {
  const wide =
    /(?:^|[\s,>])(?:html|body|#root|main|section|\.journey(?:__main)?|\.map|\.sheet)[^\s,{]*:has\([^{]*/gm;
  // On paper nothing moves.
  const asked = sources("apps/web/src", /(?<!print)\.css$/).flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(wide)].map(
      ([rule]) => `${file}: ${rule.trim()}`,
    ),
  );
  expect(asked).toEqual([]);
});
