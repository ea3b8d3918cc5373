import { LANE_KINDS, addLane } from "@polku/journey";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { localSession } from "../../session/testing/localSession.ts";
import { LANE_GROUPS } from "./laneGroups.ts";
import LaneList from "./LaneList.tsx";

let session: JourneySession;

beforeAll(startLanguage);

beforeEach(() => {
  ({ session } = localSession());
  render(
    <SessionProvider session={session}>
      <LaneList />
    </SessionProvider>,
  );
});

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const lane = (kind: string) => session.view().lanes.find((one) => one.kind === kind);

test("every kind of lane can be added, and one that draws what is there already only once", () => {
  expect(Object.values(LANE_GROUPS).flat().toSorted()).toEqual([...LANE_KINDS].toSorted());
  press("Systems");
  expect(lane("system")).toBeDefined();
  expect(screen.getByRole("button", { name: "How it feels" })).toHaveProperty("disabled", true);
  press("A lane of our own");
  const own = screen.getAllByRole("textbox", { name: "Name of the lane" }).at(-1);
  expect(document.activeElement).toBe(own);
});

test("a lane is hidden, shown, shrunk, kept in sight, moved and deleted, and each is one step of undo", () => {
  press("Hide “Pains”");
  expect(lane("pain")?.hidden).toBe(true);
  press("Show “Pains”");
  press("Shrink “How it feels” to its heading");
  expect(lane("emotion")?.collapsed).toBe(true);
  press("Keep “Pains” in sight above the others");
  const [first] = screen.getAllByRole("listitem");
  if (!first) throw new Error("There are lanes.");
  expect(within(first).getByRole("button", { name: "Let “Pains” move with the map" })).toBeDefined();
  press("Delete “Pains” with everything in it");
  expect(lane("pain")).toBeUndefined();
  act(() => void session.undo.undo());
  expect(lane("pain")).toMatchObject({ frozen: true, hidden: false });
});

test("Alt and an arrow move the lane whose name has the caret, past what somebody added meanwhile", () => {
  act(() => void session.run(addLane, { kind: "actor", index: 1 }));
  const before = session.view().lanes.map(({ id }) => id);
  const [name] = screen.getAllByRole("textbox", { name: "Name of the lane" });
  if (!name) throw new Error("There are lanes.");
  fireEvent.keyDown(name, { key: "ArrowDown", altKey: true });
  const [a = "", b = ""] = before;
  expect(session.view().lanes.map(({ id }) => id)).toEqual([b, a, ...before.slice(2)]);
});

test("the steps of the scale get words of the journey's own, which every choice of a feeling shows", () => {
  press(/^Words of the feeling scale/);
  const word = screen.getByRole("textbox", { name: "Word for −2" });
  expect(word.getAttribute("placeholder")).toBe("wretched");
  fireEvent.input(word, { target: { value: "lost" } });
  expect(session.view().meta.feelingWorst).toBe("lost");
  cleanup();
  render(
    <SessionProvider session={session}>
      <FeelingName v={-2} /> <FeelingName v={2} />
    </SessionProvider>,
  );
  expect(document.body.textContent).toBe("lost wonderful");
  act(() => void session.undo.undo());
  expect(document.body.textContent).toBe("wretched wonderful");
});

function FeelingName({ v }: { readonly v: number }) {
  return <>{useFeelingName()(v)}</>;
}
