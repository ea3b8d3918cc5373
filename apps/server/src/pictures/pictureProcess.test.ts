import { writeFileSync } from "node:fs";
import path from "node:path";
import { createJourneyDoc, readJourney } from "@polku/journey";
import { afterEach, expect, test } from "vitest";
import { Problem } from "../errors.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import type { PictureJob } from "./pictureMessages.ts";
import { makePicture } from "./pictureProcess.ts";

const job: PictureJob = {
  view: readJourney(createJourneyDoc()),
  links: new Map(),
  quotes: new Map(),
  images: new Map(),
  language: "fi",
  theme: "light",
  toScale: false,
  now: 0,
  format: "png",
  paper: null,
};

const made: { remove: () => void }[] = [];
afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function program(text: string): string {
  const folder = makeTestFolder();
  made.push(folder);
  const file = path.join(folder.folder, "program.mjs");
  writeFileSync(file, text);
  return file;
}

async function refusal(text: string, patience = 60_000): Promise<unknown> {
  return makePicture(job, { program: program(text), patience, memory: 64 }).catch((error: unknown) => error);
}

test("a renderer that crashes, ends without a word or never ends refuses its one picture", async () => {
  expect(await refusal("process.once('message', () => process.abort())")).toBeInstanceOf(Problem);
  expect(await refusal("process.exit(0)")).toBeInstanceOf(Problem);
  expect(await refusal("process.once('message', () => {}); setInterval(() => {}, 1000)", 300)).toMatchObject({
    code: "export.failed",
  });
});

test("and the next picture is made: even of a journey without anything", async () => {
  await refusal("process.exit(1)");
  const png = await makePicture(job);
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  const svg = await makePicture({ ...job, format: "svg" });
  expect(svg.toString("utf8")).toContain("Nimetön");
});
