import { addPromise, setPromise } from "@polku/journey";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import PromiseCounts from "./PromiseCounts.tsx";
import { PromiseList } from "./PromiseList.tsx";

let session: JourneySession;
let touchpointId: string;

beforeAll(startLanguage);

beforeEach(() => {
  localStorage.clear();
  ({ session } = localSession());
  touchpointId = session.view().path.touchpointIds[0] ?? "";
});

afterEach(cleanup);

function open(): void {
  render(
    <SessionProvider session={session}>
      <PromiseCounts />
      <PromiseList touchpointId={touchpointId} />
    </SessionProvider>,
  );
}

test("where nothing is promised the list asks, and writes down the first one", () => {
  open();
  expect(screen.queryByRole("button", { name: /^Promises: / })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Promises" }));
  expect(screen.getByText(/Nothing is promised here/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Write down a promise" }));
  expect(session.view().promises).toMatchObject([{ touchpointId, status: "open", text: "" }]);
});

test("a promise is written down, broken, and noticed at another touchpoint", () => {
  session.run(addPromise, { touchpointId, text: "We call you back" });
  open();
  const promise = within(screen.getByRole("listitem", { name: "We call you back" }));
  fireEvent.change(promise.getByLabelText("What became of it"), { target: { value: "broken" } });
  const noticed = session.view().path.touchpointIds[2] ?? "";
  fireEvent.change(promise.getByLabelText("Where the customer noticed"), { target: { value: noticed } });
  expect(session.view().promises[0]).toMatchObject({ status: "broken", noticedAt: noticed });
  fireEvent.click(promise.getByRole("button", { name: "Remove the promise" }));
  expect(session.view().promises).toEqual([]);
});

test("the journey's promises are counted, and each leads to where it was made", () => {
  const made = session.run(addPromise, { touchpointId, text: "Tomorrow before ten" });
  session.run(addPromise, { touchpointId, text: "We come back to you" });
  if (made.ok) session.run(setPromise, { promiseId: made.value.id, set: { status: "kept" } });
  open();
  fireEvent.click(screen.getByRole("button", { name: "Promises: 1 open, 1 kept, 0 broken" }));
  fireEvent.click(screen.getByRole("button", { name: /Tomorrow before ten/ }));
  expect(session.attention.getState().selected).toEqual({ kind: "touchpoint", id: touchpointId });
});
