import { addEmotionPoint, addPersona, setTouchpoint, takePersona } from "@polku/journey";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { LibraryPersona } from "../../api/personas.ts";
import { startLanguage } from "../../i18n/language.ts";
import { useCurveChoice } from "../../session/curveChoice.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import PersonasPanel from "./PersonasPanel.tsx";

let session: JourneySession;
let client: QueryClient;
/** What the server holds of the personas of the workspace. */
let library: LibraryPersona[];

beforeAll(startLanguage);

beforeEach(() => {
  useCurveChoice.setState({ shown: new Set(), active: null });
  ({ session } = localSession());
  library = [];
  const answer = (path: string): unknown => (path.endsWith("/personas") ? library : JOURNEYS);
  vi.stubGlobal("fetch", async (path: string) => Response.json({ items: answer(path) }));
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const JOURNEYS = [
  { id: "home", title: "Home delivery", sample: false, lang: "en" },
  { id: "shop", title: "In the shop", sample: false, lang: "en" },
];

const elsewhere = (journeyId: string, id: string, set: Partial<LibraryPersona> = {}): LibraryPersona => ({
  journeyId,
  id,
  name: "Mika",
  kind: "persona",
  role: "Pays the bills",
  age: 61,
  goals: "A quiet evening",
  needs: ["a person"],
  basis: "research",
  basedOn: "Nine interviews",
  from: null,
  ...set,
});

function open(): void {
  render(
    <QueryClientProvider client={client}>
      <SessionProvider session={session}>
        <PersonasPanel onClose={() => {}} />
      </SessionProvider>
    </QueryClientProvider>,
  );
}

function write(label: string, value: string): void {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}

test("a persona is added, told of, and taken away again", () => {
  open();
  expect(screen.getByText(/Nobody yet/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Add a persona" }));
  write("Name", "Mika");
  write("Situation", "Pays the bills");
  write("Age", "61");
  write("Goals", "A quiet evening");
  write("Needs, one a line", "a person\n\n  plain words ");
  fireEvent.change(screen.getByLabelText("Kind"), { target: { value: "segment" } });
  fireEvent.change(screen.getByLabelText("Rests on"), { target: { value: "research" } });
  write("Which research, how many people", "Nine interviews");
  expect(session.view().personas[0]).toMatchObject({
    name: "Mika",
    role: "Pays the bills",
    age: 61,
    goals: "A quiet evening",
    needs: ["a person", "plain words"],
    kind: "segment",
    basis: "research",
    basedOn: "Nine interviews",
  });
  fireEvent.click(screen.getByRole("button", { name: "Remove Mika" }));
  expect(session.view().personas).toEqual([]);
  session.undo.undo();
  expect(session.view().personas).toHaveLength(1);
});

test("a persona tells where it is met, and its curve is shown from there", () => {
  const made = session.run(addPersona, { name: "Sari" });
  const sari = made.ok ? made.value.id : "";
  const [touchpointId = ""] = session.view().path.touchpointIds;
  session.run(setTouchpoint, { touchpointId, set: { personaIds: [sari] } });
  session.run(addEmotionPoint, { touchpointId, t: 0.5, v: 1, personaId: sari });
  open();
  expect(screen.getByText("At 1 touchpoint · 1 point of a curve of their own")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show the curve of Sari" }));
  expect(useCurveChoice.getState().shown.has(sari)).toBe(true);
});

test("a persona of another journey is taken over with where it is from, is not offered again, and can be undone", async () => {
  library = [elsewhere("home", "mika"), elsewhere("shop", "sari", { name: "Sari" })];
  open();
  fireEvent.click(screen.getByRole("button", { name: "Take one from another journey" }));
  fireEvent.change(await screen.findByLabelText("Search by name or situation"), { target: { value: "mik" } });
  expect(screen.queryByText("Sari")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Take Mika into this journey" }));
  expect(session.view().personas).toMatchObject([
    { name: "Mika", goals: "A quiet evening", age: 61, from: { journeyId: "home", personaId: "mika" } },
  ]);
  expect(await screen.findByRole("link", { name: "Home delivery" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Take one from another journey" }));
  expect(screen.queryByRole("button", { name: "Take Mika into this journey" })).toBeNull();
  expect(screen.getByRole("button", { name: "Take Sari into this journey" })).toBeDefined();
  act(() => void session.undo.undo());
  expect(session.view().personas).toEqual([]);
});

test("what changed where a persona was taken from is told, and brought over only by a press; its curve stays", async () => {
  const made = session.run(takePersona, {
    from: { journeyId: "home", personaId: "mika" },
    name: "Mika",
    goals: "A quiet evening",
    set: {
      kind: "persona",
      role: "Pays the bills",
      age: 61,
      needs: ["a person"],
      basis: "research",
      basedOn: "Nine interviews",
    },
  });
  const personaId = made.ok ? made.value.id : "";
  const [touchpointId = ""] = session.view().path.touchpointIds;
  session.run(addEmotionPoint, { touchpointId, t: 0.5, v: 1, personaId });
  library = [elsewhere("home", "mika", { age: 62, goals: "To be called back" })];
  open();
  expect(
    await screen.findByText(
      "In “Home delivery”, where this persona was taken from, this is different: goals, age.",
    ),
  ).toBeDefined();
  expect(session.view().personas[0]).toMatchObject({ age: 61, goals: "A quiet evening" });
  fireEvent.click(screen.getByRole("button", { name: "Bring over the changes" }));
  expect(session.view().personas).toMatchObject([{ id: personaId, age: 62, goals: "To be called back" }]);
  expect(session.view().touchpoints.get(touchpointId)?.points).toHaveLength(1);
  expect(screen.queryByText(/this is different/)).toBeNull();
});
