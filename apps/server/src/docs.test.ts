import { readFileSync } from "node:fs";
import * as journey from "@polku/journey";
import { closeCodes, problems } from "@polku/protocol";
import { describe, expect, test } from "vitest";
import { routes } from "./http/routes/index.ts";

const page = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
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

describe("docs/api.md", () => {
  test("names every route, and none that is not served", () => {
    const written = rows.flatMap(
      ([first = ""]) => /^`((?:GET|POST|PATCH|DELETE) \S+)`$/.exec(first)?.[1] ?? [],
    );
    const served = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(written.toSorted()).toEqual(served.toSorted());
  });

  test.each([...journey.COMMAND_NAMES])("explains the command %s with every argument it takes", (name) => {
    const found = Object.values(journey).find(
      (one): one is journey.Command<journey.Fields> =>
        typeof one === "object" && "name" in one && "fields" in one && one.name === name,
    );
    const row = rows.find(([first]) => first === `\`${name}\``);
    expect(row, "a row of its own").toBeDefined();
    const written = [...(row?.[1] ?? "").matchAll(/`(\w+)\??[`:]/g)].map((match) => match[1]);
    expect(written).toEqual(expect.arrayContaining(Object.keys(found?.fields ?? { "not exported": 0 })));
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
});
