import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as journey from "@polku/journey";
import { closeCodes, problems } from "@polku/protocol";
import { describe, expect, test, vi } from "vitest";
import { runCommand } from "./cli/polku.ts";
import { routes } from "./http/routes/index.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const page = (name: string): string => readFileSync(path.join(root, name), "utf8");
const api = page("docs/api.md");
const readme = page("README.md");
/** The variables that config.ts reads: the keys of its schema. */
const environment = new Set(page("apps/server/src/config.ts").match(/(?<=^ {2})[A-Z][A-Z_]+(?=:)/gm));

/** The rows of every table of a page, each with its cells. */
function rowsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  return lines.map((line) => line.split(" | ").map((cell) => cell.replace(/^\| |\|$/g, "").trim()));
}

const rows = rowsOf(api);

/** The arguments that a command declares. */
function fieldsOf(name: string): string[] {
  const everything: unknown[] = Object.values(journey);
  const commands = everything.filter((one) => typeof one === "object" && one !== null && "fields" in one);
  const found = (commands as journey.Command<journey.Fields>[]).find((one) => one.name === name);
  if (found === undefined) throw new Error(`packages/journey does not export the command ${name}`);
  return Object.keys(found.fields);
}

describe("docs/api.md", () => {
  test("names every route, and none that is not served", () => {
    const written = rows.flatMap(
      ([first = ""]) => /^`((?:GET|POST|PATCH|DELETE) \S+)`$/.exec(first)?.[1] ?? [],
    );
    const served = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(written.toSorted()).toEqual(served.toSorted());
  });

  test.each([...journey.COMMAND_NAMES])("explains the command %s with every argument it takes", (name) => {
    const row = rows.find(([first]) => first === `\`${name}\``);
    expect(row, "a row of its own").toBeDefined();
    const written = [...(row?.[1] ?? "").matchAll(/`(\w+)\??[`:]/g)].map((match) => match[1]);
    expect(written).toEqual(expect.arrayContaining(fieldsOf(name)));
  });

  test.each(Object.entries(closeCodes))("says what the close code %s means", (name, { code, en }) => {
    expect(rows).toContainEqual([String(code), `\`${name}\``, en]);
  });

  test.each(Object.entries(problems))("lists the error %s with its status", (code, { status, en }) => {
    expect(rows).toContainEqual([`\`${code}\``, String(status), en]);
  });
});

describe("README.md", () => {
  test.each([...environment])("tells what %s is for", (name) => {
    expect(rowsOf(readme).map(([first]) => first)).toContain(`\`${name}\``);
  });

  test("shows how each command of the command line is called", async () => {
    const say = vi.spyOn(console, "log").mockImplementation(() => {});
    await runCommand(["help"]);
    const printed = say.mock.calls.map(([line]) => String(line));
    say.mockRestore();
    const usages = printed.flatMap((line) => /^ {2}(\S.*)\n/.exec(line)?.[1]?.split("  |  ") ?? []);
    expect(usages.length).toBeGreaterThan(3);
    const called = readme.replaceAll("\\|", "|");
    expect(usages.filter((usage) => !called.includes(`\`${usage}\``))).toEqual([]);
  });
});

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "packages/journey/RULES.md",
  "apps/server/README.md",
  ...["docs", "docs/decisions"].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`),
  ),
];

describe.each(pages)("%s", (name) => {
  const missing = (files: string[]): string[] => files.filter((file) => !existsSync(file));

  test("links to pages and pictures that exist", () => {
    const links = [...page(name).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, to]) => to ?? []);
    const local = links.filter((to) => !/^[a-z]+:/.test(to));
    expect(missing(local.map((to) => path.resolve(root, path.dirname(name), to)))).toEqual([]);
  });

  test("names files and folders that exist", () => {
    const named = [...page(name).matchAll(/`((?:packages|apps|e2e|bench|scripts|docs)\/[\w./-]+)`/g)];
    expect(missing(named.map(([, file]) => path.join(root, file ?? "")))).toEqual([]);
  });
});

test("docs/method.md names each measure's own file", () => {
  const derive = path.join(root, "packages/journey/src/derive");
  const named = [...page("docs/method.md").matchAll(/`(\w+\.ts)`/g)].flatMap(([, file]) => file ?? []);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(path.join(derive, file)))).toEqual([]);
});
