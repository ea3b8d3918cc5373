import { expect, test } from "vitest";
import { AT_FIRST } from "../libraryView.ts";
import { addressOf, searchWords, viewFrom } from "./address.ts";
import { filtersUsed } from "./filters.ts";

const view = {
  ...AT_FIRST,
  q: '"ei vastattu" lasku',
  theme: "hinta & laatu",
  kind: "survey_nps" as const,
  from: "2026-01-31",
  feeling: "negative" as const,
  attached: false,
  triage: "unread" as const,
  sort: "date" as const,
  tab: "contacts" as const,
};

test("an address brings back the same search, whatever letters it holds", () => {
  const address = addressOf("/j/x", view);
  expect(address.startsWith("/j/x?library=contacts&q=")).toBe(true);
  expect(viewFrom(new URLSearchParams(address.split("?")[1]))).toEqual(view);
});

test("an address without words is the library as at first, and so is one of nonsense", () => {
  expect(viewFrom(new URLSearchParams("library=contacts"))).toEqual(AT_FIRST);
  const nonsense =
    "library=attic&kind=gossip&from=soon&attached=perhaps&triage=x&sort=y&feeling=blue&origin=z";
  expect(viewFrom(new URLSearchParams(nonsense))).toEqual(AT_FIRST);
});

test("only what is set stands in the address and counts as a filter", () => {
  expect(searchWords({ ...AT_FIRST, q: " lasku ", attached: true })).toEqual({ q: "lasku", attached: "1" });
  expect(filtersUsed(view)).toEqual(["kind", "theme", "from", "feeling", "attached", "triage"]);
});
