import { addTouchpoint, openFeedback, setTouchpoint } from "@polku/journey";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { ReplyTable } from "./ReplyTable.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

/** A complaint under the first touchpoint, its table on the screen, and a way to set what its steps say. */
function complaint() {
  const { session } = localSession();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const made = session.run(openFeedback, { touchpointId, kind: "complaint" });
  const id = made.ok ? made.value.id : "";
  const stage = (phase: string) =>
    session
      .view()
      .subJourneys.get(id)
      ?.path.stages.find((one) => one.phase === phase);
  const at = (phase: string, startsAt: string): void =>
    act(() => {
      session.run(setTouchpoint, {
        touchpointId: stage(phase)?.touchpointIds[0] ?? "",
        set: { startsAt },
      });
    });
  const tell = (): void =>
    act(() => void session.run(addTouchpoint, { stageId: stage("told")?.id ?? "", title: "Calls" }));
  render(
    <SessionProvider session={session}>
      <ReplyTable subJourneyId={id} />
    </SessionProvider>,
  );
  return { at, tell };
}

test("what is not known is a dash with its reason, never a number", () => {
  complaint();
  fireEvent.click(screen.getByRole("button", { name: "How it answers" }));
  expect(
    screen.getByRole("row", { name: "To the first person – no times are written on these steps" }),
  ).toBeDefined();
  expect(
    screen.getByRole("row", { name: "Until the customer is told – the customer is not told" }),
  ).toBeDefined();
  expect(screen.getByText(/no quadrant is said/)).toBeDefined();
  expect(screen.queryByText(/^Told late/)).toBeNull();
});

test("with times the hours, both indexes and their quadrant are told, and a late telling is said on the branch", () => {
  const { at, tell } = complaint();
  tell();
  at("give", "2026-03-02T10:00:00Z");
  at("hear", "2026-03-02T11:00:00Z");
  at("resolve", "2026-03-03T10:00:00Z");
  at("told", "2026-03-10T10:00:00Z");
  expect(screen.getByText("Told late: after 8 days, 48 h were promised")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "How it answers" }));
  expect(screen.getByRole("row", { name: "To the first person 1 h" })).toBeDefined();
  expect(screen.getByRole("row", { name: "Speed, 0–100 100" })).toBeDefined();
  expect(screen.getByRole("img", { name: "Empathy 100, speed 100: warm and fast" })).toBeDefined();
});
