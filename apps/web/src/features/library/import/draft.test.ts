import { describe, expect, test } from "vitest";
import type { FilePreview } from "../../../api/sources.ts";
import { asksDayOrder, draftOf, isReadable, metaOf, moreAnswersThanAsked } from "./draft.ts";

const table: FilePreview = {
  kind: "csv",
  encoding: "windows-1252",
  delimiter: ";",
  warnings: [],
  headings: ["Id", "Päivä", "Arvosana", "Sanat"],
  rows: [],
  mapping: { words: ["Sanat"], moment: "Päivä", score: { column: "Arvosana", scale: "nps" } },
  ambiguousDates: false,
  remembered: false,
  speakers: [],
  contacts: [],
  personalData: {},
  personalDataSamples: {},
  sampled: 0,
  suggested: [],
};
const transcript: FilePreview = {
  ...table,
  kind: "vtt",
  headings: [],
  mapping: { words: [] },
  speakers: [{ name: "Maija M", role: "customer", turns: 4 }],
};

describe("a file on its way in", () => {
  test("a table with a recommendation score is taken for an NPS survey, named after the file", () => {
    expect(draftOf(table, "kysely.csv").facts).toMatchObject({ kind: "survey_nps", title: "kysely" });
  });

  test("a transcript is an interview unless the file says it was a call", () => {
    expect(draftOf(transcript, "zoom.vtt").facts.kind).toBe("interview");
    expect(draftOf(transcript, "puhelu-3.vtt").facts.kind).toBe("call_recording");
  });

  test("masking is on until a person turns it off", () => {
    expect(metaOf(draftOf(table, "kysely.csv")).mask).toBe(true);
  });

  test("a table without words and score cannot be read; a score alone can", () => {
    const draft = draftOf(table, "kysely.csv");
    expect(isReadable({ ...draft, mapping: { words: [] } })).toBe(false);
    expect(
      isReadable({ ...draft, mapping: { words: [], score: { column: "Arvosana", scale: "nps" } } }),
    ).toBe(true);
  });

  test("the order of day and month is asked when both fit, or when another column was chosen", () => {
    const draft = draftOf(table, "kysely.csv");
    expect(asksDayOrder(draft)).toBe(false);
    expect(asksDayOrder({ ...draft, preview: { ...table, ambiguousDates: true } })).toBe(true);
    expect(asksDayOrder({ ...draft, mapping: { words: ["Sanat"], moment: "Id" } })).toBe(true);
    expect(asksDayOrder({ ...draft, mapping: { words: ["Sanat"] } })).toBe(false);
  });

  test("how many were asked is told only of what was asked, and what is not a number stays unknown", () => {
    const { facts, ...draft } = draftOf(table, "kysely.csv");
    const told = { ...facts, invited: "4000", responded: "many" };
    expect(metaOf({ ...draft, facts: told })).toMatchObject({ invited: 4000, responded: null });
    expect(metaOf({ ...draft, facts: { ...told, kind: "chat" } })).toMatchObject({
      invited: null,
      responded: null,
    });
  });

  test("more answers than people asked is noticed", () => {
    const { facts } = draftOf(table, "kysely.csv");
    expect(moreAnswersThanAsked({ ...facts, invited: "10", responded: "11" })).toBe(true);
    expect(moreAnswersThanAsked({ ...facts, invited: "", responded: "11" })).toBe(false);
  });

  test("everything is masked, also what was not found, but for the kinds that a person lets stay", () => {
    const draft = draftOf(table, "kysely.csv");
    expect(metaOf(draft).mask).toBe(true);
    expect(metaOf({ ...draft, mask: false, unmasked: ["phone"] }).mask).toBe(false);
    const kinds = metaOf({ ...draft, unmasked: ["phone", "name"] }).mask;
    expect(kinds).toEqual(["email", "address", "personalId", "iban", "card", "businessId", "plate", "ip"]);
  });

  test("a transcript sends who is who and no columns", () => {
    const meta = metaOf(draftOf(transcript, "zoom.vtt"));
    expect(meta.speakers).toEqual({ "Maija M": "customer" });
    expect(meta.mapping).toBeUndefined();
  });
});
