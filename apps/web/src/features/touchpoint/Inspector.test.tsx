import { addPersona, setTouchpoint } from "@polku/journey";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { Inspector } from "./Inspector.tsx";

let session: JourneySession;
let touchpointId: string;

beforeAll(startLanguage);

beforeEach(() => {
  localStorage.clear();
  ({ session } = localSession());
  touchpointId = session.view().path.touchpointIds[0] ?? "";
});

afterEach(cleanup);

const held = () => session.view().touchpoints.get(touchpointId);

function openInspector(): void {
  render(
    <SessionProvider session={session}>
      <Inspector touchpointId={touchpointId} onFeedback={() => {}} onClose={() => {}} more={null}>
        <p>quotes</p>
      </Inspector>
    </SessionProvider>,
  );
}

function openGroup(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

test("what is chosen and typed is in the journey: contact, stakes, time, effort, owner", () => {
  openInspector();
  choose("Wanted channel", "phone");
  choose("Wanted contact", "human");
  choose("Who begins", "organisation");
  choose("Where it happens", "support");
  fireEvent.click(screen.getByLabelText("Somebody gave their name"));
  choose("Dramatic arc", "5");
  choose("Was it solved?", "no");
  choose("The least that would do", "-1");
  openGroup("Time and effort");
  const wait = screen.getByLabelText("Waits, minutes");
  fireEvent.change(wait, { target: { value: "24" } });
  fireEvent.blur(wait);
  choose("Our effort", "2");
  openGroup("Owner and links");
  const owner = screen.getByLabelText("Who looks after it");
  fireEvent.change(owner, { target: { value: "Customer care" } });
  fireEvent.blur(owner);
  expect(held()).toMatchObject({
    wantedChannel: "phone",
    wanted: "human",
    initiator: "organisation",
    stageSide: "support",
    namedPerson: true,
    arc: 5,
    solved: false,
    expectation: { adequate: -1 },
    waitMinutes: 24,
    effort: { customer: null, company: 2 },
    owner: "Customer care",
  });
});

test("a number beyond its range is taken at the range's end, and a field that is emptied says nothing", () => {
  openInspector();
  openGroup("Time and effort");
  const wait = screen.getByLabelText("Waits, minutes");
  fireEvent.change(wait, { target: { value: "-5" } });
  fireEvent.blur(wait);
  expect(held()?.waitMinutes).toBe(0);
  const again = screen.getByLabelText("Waits, minutes");
  fireEvent.change(again, { target: { value: "" } });
  fireEvent.blur(again);
  expect(held()?.waitMinutes).toBeNull();
});

test("only an address of the web becomes a link; one without a scheme is https", () => {
  openInspector();
  openGroup("Owner and links");
  const address = screen.getByLabelText("Address of a link");
  fireEvent.change(address, { target: { value: "javascript:alert(1)" } });
  fireEvent.click(screen.getByRole("button", { name: "Add the link" }));
  expect(screen.getByText(/Only addresses of the web/)).toBeDefined();
  expect(held()?.links).toEqual([]);
  fireEvent.change(address, { target: { value: "example.org/script" } });
  fireEvent.click(screen.getByRole("button", { name: "Add the link" }));
  expect(held()?.links).toEqual([{ url: "https://example.org/script", title: "" }]);
  expect(screen.getByRole("link", { name: /example\.org/ }).getAttribute("rel")).toContain("noopener");
});

test("what follows from the facts is told with its reason, and goes when the facts change", () => {
  openInspector();
  expect(screen.queryByText("Easy for us, hard for them")).toBeNull();
  act(() => void session.run(setTouchpoint, { touchpointId, set: { effort: { customer: 5, company: 1 } } }));
  expect(screen.getByText("Easy for us, hard for them")).toBeDefined();
  expect(screen.getByText(/Effort 5 of 5 for the customer, 1 of 5 for us/)).toBeDefined();
  act(() => void session.run(setTouchpoint, { touchpointId, set: { effort: { company: 4 } } }));
  expect(screen.queryByText("Easy for us, hard for them")).toBeNull();
});

test("a group stays as it was left", () => {
  openInspector();
  openGroup("Contact");
  cleanup();
  openInspector();
  expect(screen.getByRole("button", { name: /^Contact/ }).getAttribute("aria-expanded")).toBe("false");
  expect(screen.queryByLabelText("Wanted channel")).toBeNull();
});

test("whose touchpoint it is can be chosen once there are personas", () => {
  openInspector();
  expect(screen.queryByRole("button", { name: /^Personas/ })).toBeNull();
  act(() => void session.run(addPersona, { name: "Mika" }));
  openGroup("Personas everybody");
  fireEvent.click(screen.getByLabelText("Mika"));
  expect(held()?.personaIds).toEqual([session.view().personas[0]?.id]);
});

test("a changed expectation keeps what was hoped for until then, with its day and reason, and one undo takes all of it back", () => {
  openInspector();
  expect(screen.queryByRole("button", { name: "It has changed …" })).toBeNull();
  choose("Hoped for", "1");
  fireEvent.click(screen.getByRole("button", { name: "It has changed …" }));
  choose("Hoped for from then on", "2");
  fireEvent.change(screen.getByLabelText("Changed on"), { target: { value: "2026-05-01" } });
  fireEvent.change(screen.getByLabelText("Why, and where we know it from"), {
    target: { value: "Eight interviews in May" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Keep the change" }));
  expect(held()?.expectation.desired).toBe(2);
  expect(screen.getByText("+1 · good, until May 1, 2026")).toBeTruthy();
  expect(session.view().pastExpectations).toMatchObject([
    { touchpointId, desired: 1, until: "2026-05-01", why: "Eight interviews in May" },
  ]);
  act(() => void session.undo.undo());
  expect(held()?.expectation.desired).toBe(1);
  expect(session.view().pastExpectations).toEqual([]);
});
