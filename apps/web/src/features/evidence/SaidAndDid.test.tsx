import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { quoteOf } from "../../testing/quote.ts";
import { SaidAndDidPairs } from "./SaidAndDid.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

test("what a person said stands before what they did, each under its name; without a pair nothing is shown", () => {
  const pair = {
    person: "aino",
    said: [quoteOf("a", { text: "It was easy" })],
    did: [quoteOf("b", { text: "Searched for minutes" })],
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
