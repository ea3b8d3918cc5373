import { FEELING_WORDS } from "@polku/journey";
import { expect, test } from "vitest";
import { en } from "./en.ts";
import { fi } from "./fi.ts";

test("the steps of the feeling scale are called on screen as they are in pictures and to who draws for a journey", () => {
  expect(en.feeling).toEqual(FEELING_WORDS.en);
  expect(fi.feeling).toEqual(FEELING_WORDS.fi);
});
