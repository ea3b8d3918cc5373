import { pinQuote } from "@polku/journey";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { InsightList } from "./InsightList.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

test("what came of a touchpoint is written down with the quotes behind it, and each speaker is told and dated", () => {
  localStorage.clear();
  const { session } = localSession();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  session.run(pinQuote, { quoteId: "q1", touchpointId, v: -2 });
  session.run(pinQuote, { quoteId: "q2", touchpointId, v: -1, status: "suggested" });
  render(
    <SessionProvider session={session}>
      <InsightList touchpointId={touchpointId} />
    </SessionProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "What came of it" }));
  fireEvent.click(screen.getByRole("button", { name: "Write it down" }));
  const made = () => session.view().insights[0];
  expect(made()).toMatchObject({ touchpointIds: [touchpointId], quoteIds: ["q1"], status: "open" });
  fireEvent.change(screen.getByLabelText("How far it is"), { target: { value: "told_customers" } });
  fireEvent.click(screen.getByRole("checkbox"));
  expect(made()).toMatchObject({
    status: "told_customers",
    toldQuoteIds: ["q1"],
    toldAt: { q1: "2026-11-22T00:00:00Z" },
  });
  expect(screen.getByRole("checkbox", { name: /told .*2026/ })).toBeDefined();
  fireEvent.click(screen.getByRole("checkbox"));
  expect(made()?.toldQuoteIds).toEqual([]);
});
