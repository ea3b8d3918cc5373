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
  const { rerender, container } = render(
    <SaidAndDidPairs pairs={[pair]} joined={[]} here={new Set(["a", "b"])} />,
  );
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
  rerender(<SaidAndDidPairs pairs={[]} joined={[]} here={new Set()} />);
  expect(container.textContent).toBe("");
});

test("what was joined by hand stands under its own heading, and says of a quote that is not pinned here where it comes from", () => {
  const joined = [{ said: quoteOf("a"), did: quoteOf("b", { text: "", sourceTitle: "Field notes" }) }];
  render(<SaidAndDidPairs pairs={[]} joined={joined} here={new Set(["a"])} />);
  expect(screen.getByRole("heading", { name: "Joined by one of you" })).toBeTruthy();
  expect(screen.getAllByRole("definition").map((one) => one.textContent)).toEqual([
    "words of a",
    "only heardField notes · not pinned here",
  ]);
});
