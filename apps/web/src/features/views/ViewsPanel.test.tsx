import { addTouchpoint, setTouchpoint } from "@polku/journey";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { layoutNow } from "../../session/layoutNow.ts";
import { lookAtAll, useMapLook } from "../../session/mapLook.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import NarrowedNote from "./NarrowedNote.tsx";
import ViewsPanel from "./ViewsPanel.tsx";

let session: JourneySession;
let ids: readonly string[];

beforeAll(startLanguage);

beforeEach(() => {
  ({ session } = localSession());
  ids = session.view().path.touchpointIds;
  session.run(setTouchpoint, { touchpointId: ids[0] ?? "", set: { channel: "phone" } });
  render(
    <SessionProvider session={session}>
      <NarrowedNote onOpen={() => {}} />
      <ViewsPanel onClose={() => {}} />
    </SessionProvider>,
  );
});

afterEach(() => {
  cleanup();
  lookAtAll();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const note = () => screen.getByRole("status").textContent;

test("what a filter sets aside is counted while others work on the map, and all comes back at one press", () => {
  press("Phone");
  expect(note()).toContain("1 of 3 touchpoints");
  expect(useMapLook.getState().dimmed).toEqual(new Set(ids.slice(1)));
  const stageId = session.view().path.stages[0]?.id ?? "";
  act(() => void session.run(addTouchpoint, { stageId, channel: "phone" }));
  expect(note()).toContain("2 of 4 touchpoints");
  act(() => void session.run(setTouchpoint, { touchpointId: ids[0] ?? "", set: { channel: "chat" } }));
  expect(note()).toContain("1 of 4 touchpoints");
  fireEvent.click(screen.getAllByRole("button", { name: "Show everything" })[0] ?? document.body);
  expect(useMapLook.getState().dimmed.size).toBe(0);
});

test("a view remembers where its window looked, and choosing it goes there; without the place it only narrows", () => {
  const here = { x: 840, y: 310, width: 1_200 };
  session.presence.look(here);
  press("Phone");
  const save = (title: string) => {
    fireEvent.change(screen.getByRole("textbox", { name: "Name of the view" }), { target: { value: title } });
    press("Save for everybody");
  };
  save("The desk");
  press("Phone");
  press("Phone");
  fireEvent.click(screen.getByRole("checkbox", { name: "With the place where I look" }));
  save("Phone anywhere");
  expect(session.view().savedViews.map(({ title, sight }) => [title, sight])).toEqual([
    ["The desk", here],
    ["Phone anywhere", null],
  ]);
  session.presence.look({ x: 0, y: 0, width: 500 });
  press(/^The desk/);
  expect(useMapLook.getState().goTo).toEqual(here);
  act(() => useMapLook.setState({ goTo: null }));
  press("Phone anywhere");
  expect(useMapLook.getState().goTo).toBeNull();
});

test("a look is saved under a name, with its filter and its lanes, and is nobody's after it was changed", () => {
  press("Phone");
  press(/^Lanes in sight/);
  fireEvent.click(screen.getByRole("checkbox", { name: "Pains" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Name of the view" }), {
    target: { value: " By phone " },
  });
  press("Save for everybody");
  const pain = session.view().lanes.find(({ kind }) => kind === "pain")?.id;
  expect(session.view().savedViews).toMatchObject([
    { title: "By phone", filter: { channel: ["phone"] }, hiddenLaneIds: [pain] },
  ]);
  expect(screen.getByRole("button", { name: "By phone" }).getAttribute("aria-pressed")).toBe("true");
  press("Phone");
  expect(screen.getByRole("button", { name: "By phone" }).getAttribute("aria-pressed")).toBe("false");
  press("By phone");
  expect(note()).toContain("1 of 3 touchpoints");
});

test("time to scale is a switch of one's own, is told on the map, goes into a saved view and comes back with it", () => {
  expect(screen.getByText(/No touchpoint says yet when it begins/)).toBeTruthy();
  act(() => void session.run(setTouchpoint, { touchpointId: ids[0] ?? "", set: { waitMinutes: 30 } }));
  expect(screen.queryByText(/No touchpoint says yet when it begins/)).toBeNull();
  fireEvent.click(screen.getByRole("checkbox", { name: "Time to scale" }));
  expect(layoutNow(session).time?.gaps).toMatchObject([{ from: ids[0], to: ids[1], ms: 1_800_000 }]);
  expect(note()).toContain("Time to scale");
  fireEvent.change(screen.getByRole("textbox", { name: "Name of the view" }), { target: { value: "Waits" } });
  press("Save for everybody");
  fireEvent.click(screen.getAllByRole("button", { name: "Show everything" })[0] ?? document.body);
  expect(layoutNow(session).time).toBeNull();
  press(/^Waits$/);
  expect(layoutNow(session).time?.gaps).toHaveLength(1);
});
