import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Quote } from "../../api/quotes.ts";
import { startLanguage } from "../../i18n/language.ts";
import { SaidAndDidPairs } from "./SaidAndDid.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

const quote = (id: string, text: string): Quote => ({
  id,
  kind: "usability_test",
  sourceId: "s",
  itemId: "c",
  respondentKey: "aino",
  at: null,
  withdrawn: false,
  clip: null,
  text,
  start: 0,
  end: 8,
  manner: "stated",
  moment: null,
  personaId: null,
  sample: false,
  channel: null,
  by: "p",
  speaker: "customer",
  valence: -1,
  vBy: "human",
  themes: [],
  sourceTitle: "Test",
});

test("what a person said stands before what they did, each under its name; without a pair nothing is shown", () => {
  const pair = {
    person: "aino",
    said: [quote("a", "It was easy")],
    did: [quote("b", "Searched for minutes")],
  };
  const { rerender, container } = render(<SaidAndDidPairs pairs={[pair]} />);
  const section = screen.getByRole("region", { name: "Said and did" });
  expect(
    within(section)
      .getAllByRole("term")
      .map((one) => one.textContent),
  ).toEqual(["Said", "Did"]);
  expect(
    within(section)
      .getAllByRole("definition")
      .map((one) => one.textContent),
  ).toEqual(["It was easy", "Searched for minutes"]);
  rerender(<SaidAndDidPairs pairs={[]} />);
  expect(container.textContent).toBe("");
});
