import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { AgendaStep, KnownWorkshop, WorkshopTimer } from "../../api/workshop.ts";
import { startLanguage } from "../../i18n/language.ts";
import { Outcome } from "./Outcome.tsx";
import { StepTimer } from "./StepTimer.tsx";
import { PLAIN } from "./templates.ts";

beforeAll(startLanguage);
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What a screen reader is told: the live region that is there before it has something to say. */
const heard = (): string => screen.getByRole("status").textContent ?? "";

test("the timer says aloud when it starts, when a minute is left and when it is over, and is silent in between", () => {
  const standing: WorkshopTimer = { state: "standing", leftMs: 120_000 };
  const running: WorkshopTimer = { state: "running", endsAt: Date.now() + 120_000 };
  const { rerender } = render(<StepTimer timer={standing} ahead={0} />);
  expect(heard()).toBe("");
  rerender(<StepTimer timer={running} ahead={0} />);
  expect(heard()).toBe("The timer runs: 2 minutes.");
  const said = new Set<string>();
  for (let second = 0; second < 121; second += 1) {
    act(() => void vi.advanceTimersByTime(1_000));
    said.add(heard());
  }
  expect([...said]).toEqual(["The timer runs: 2 minutes.", "One minute left.", "Time is up."]);
});

const step = (tool: AgendaStep["tool"]): AgendaStep => ({
  ...PLAIN,
  id: "s",
  title: "Step",
  instruction: "",
  minutes: 5,
  tool,
});
type Workshop = NonNullable<KnownWorkshop["workshop"]>;
const before = { revealed: [], tallies: [], notes: [] };
const note = { id: "n", stepId: "s", text: "Bakery" } as unknown as Workshop["notes"][number];
const tally = { stepId: "s" } as Workshop["tallies"][number];

test.each([
  ["the reveal of notes", "write", { ...before, revealed: ["s"], notes: [note] }, "1 note is revealed."],
  ["the reveal of curves", "draw", { ...before, revealed: ["s"] }, "The team's curve is revealed."],
  ["the end of a vote", "vote", { ...before, tallies: [tally] }, "The vote is closed"],
] as const)("%s is said aloud when it happens, and not before", (_, tool, after, words) => {
  const { rerender } = render(<Outcome workshop={before} step={step(tool)} />);
  expect(heard()).toBe("");
  rerender(
    <Outcome
      workshop={{
        ...after,
        revealed: [...after.revealed],
        tallies: [...after.tallies],
        notes: [...after.notes],
      }}
      step={step(tool)}
    />,
  );
  expect(heard()).toBe(words);
});
