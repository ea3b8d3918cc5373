import { addEmotionPoint, addPersona, setTouchpoint } from "@polku/journey";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { useCurveChoice } from "../../session/curveChoice.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import PersonasPanel from "./PersonasPanel.tsx";

let session: JourneySession;

beforeAll(startLanguage);

beforeEach(() => {
  useCurveChoice.setState({ shown: new Set(), active: null });
  ({ session } = localSession());
});

afterEach(cleanup);

function open(): void {
  render(
    <SessionProvider session={session}>
      <PersonasPanel onClose={() => {}} />
    </SessionProvider>,
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
