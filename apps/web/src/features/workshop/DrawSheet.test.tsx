import { pinQuote } from "@polku/journey";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Quote } from "../../api/quotes.ts";
import type { AgendaStep, KnownWorkshop } from "../../api/workshop.ts";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { useUnheard } from "../../session/unheard.ts";
import { DrawSheet } from "./DrawSheet.tsx";
import { PLAIN } from "./templates.ts";

const said = { id: "q1", text: "Nobody called me back", clip: null, withdrawn: false } as Quote;
const step = (hear: number): AgendaStep => ({
  ...PLAIN,
  id: "s",
  title: "Draw",
  instruction: "",
  minutes: 5,
  tool: "draw",
  hear,
});
const knowing = (own: Partial<KnownWorkshop["own"]> = {}): KnownWorkshop => ({
  now: 0,
  ahead: 0,
  workshop: null,
  own: { drafts: [], dots: [], points: [], heard: [], ...own },
  mayLead: false,
  mayWrite: true,
  mayVote: true,
});

/** What was sent to the server: the end of the address, and the body. */
const sent: [string, unknown][] = [];

function Unheard() {
  return <p data-unheard>{useUnheard() ? "kept back" : "to be seen"}</p>;
}

function opened(of: AgendaStep, known: KnownWorkshop) {
  const { session } = localSession([said]);
  const touchpointId = session.view().path.touchpointIds[0] ?? "";
  session.run(pinQuote, { quoteId: "q1", touchpointId });
  session.quotes.want(["q1"]);
  const client = new QueryClient();
  const sheet = (now: KnownWorkshop) => (
    <QueryClientProvider client={client}>
      <SessionProvider session={session}>
        <Unheard />
        <DrawSheet journeyId="j" step={of} known={now} />
      </SessionProvider>
    </QueryClientProvider>
  );
  const shown = render(sheet(known));
  return { ...shown, touchpointId, learn: (now: KnownWorkshop) => shown.rerender(sheet(now)) };
}

beforeAll(() => startLanguage());
beforeEach(() => {
  sent.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (address: string, { body }: { body?: string }) => {
    sent.push([address.split("/workshop/")[1] ?? "", JSON.parse(body ?? "null")]);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("before the evidence is shown it is kept back while one draws what one believes, and comes back after", () => {
  const { unmount } = opened(step(0), knowing());
  expect(document.querySelector("[data-unheard]")?.textContent).toBe("kept back");
  unmount();
  opened(step(1), knowing());
  expect(document.querySelector("[data-unheard]")?.textContent).toBe("to be seen");
});

test("a curve goes to the server a moment after the last stroke, once, and at once when the sheet goes", async () => {
  const { touchpointId, unmount } = opened(step(0), knowing());
  const [slider] = screen.getAllByRole("slider");
  if (!slider) throw new Error("there is nothing to draw");
  for (const value of ["-0.5", "-1", "-1.5"]) fireEvent.change(slider, { target: { value } });
  expect(sent).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(sent).toEqual([["curve", { stepId: "s", points: [{ touchpointId, v: -1.5 }] }]]);
  fireEvent.change(slider, { target: { value: "2" } });
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[1]).toEqual(["curve", { stepId: "s", points: [{ touchpointId, v: 2 }] }]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(2);
});

test("where quotes must be heard first, their words come first, and the curve opens after the last of them", async () => {
  const { learn } = opened(step(3), knowing());
  await act(() => vi.advanceTimersByTimeAsync(0));
  // The map has one quote: three cannot be asked for.
  expect(screen.getByText(/Heard 0 of 1/)).toBeTruthy();
  expect(screen.getByText("Nobody called me back")).toBeTruthy();
  expect(screen.queryAllByRole("slider")).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "I have heard this" }));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(sent).toEqual([["heard", { stepId: "s", quoteId: "q1" }]]);
  learn(knowing({ heard: [{ stepId: "s", quoteId: "q1" }] }));
  expect(screen.getAllByRole("slider").length).toBeGreaterThan(0);
});

test("who only looks on is told so, and draws nothing", () => {
  opened(step(0), { ...knowing(), mayWrite: false });
  expect(screen.queryAllByRole("slider")).toEqual([]);
  expect(screen.getByText(/others draw/)).toBeTruthy();
});
