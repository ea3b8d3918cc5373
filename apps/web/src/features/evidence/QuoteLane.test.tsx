import { addTouchpoint, openFeedback, pinQuote } from "@polku/journey";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { QuoteLane } from "./QuoteLane.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

test("a touchpoint whose people were heard in its sub-journey does not ask who has said it, but says where their words are", () => {
  const { session } = localSession();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const lane = session.view().lanes.find(({ kind }) => kind === "evidence");
  if (!lane) throw new Error("There is no lane for quotes.");
  render(
    <SessionProvider session={session}>
      <QuoteLane lane={lane} row={{ height: 200 }} touchpointId={touchpointId} />
    </SessionProvider>,
  );
  expect(screen.getByText("Who has said this?")).toBeTruthy();
  act(() => {
    const sub = session.run(openFeedback, { touchpointId });
    const stageId = sub.ok ? session.view().subJourneys.get(sub.value.id)?.path.stages[0]?.id : undefined;
    const inside = session.run(addTouchpoint, { stageId: stageId ?? "" });
    if (inside.ok) session.run(pinQuote, { quoteId: "q", touchpointId: inside.value.id });
  });
  expect(screen.queryByText("Who has said this?")).toBeNull();
  expect(screen.getByText("Their words are pinned in the sub-journey below.")).toBeTruthy();
});
