import { afterEach, expect, test } from "vitest";
import { closeBeside, openBeside, useBesidePanel } from "./besidePanel.ts";

afterEach(() => useBesidePanel.setState({ open: null }));

test("what is opened at the left edge takes the place of what lay there", () => {
  openBeside("personas");
  openBeside("views");
  expect(useBesidePanel.getState().open).toBe("views");
});

test("closing one that has given way closes nothing else", () => {
  openBeside("personas");
  openBeside("lanes");
  closeBeside("personas");
  expect(useBesidePanel.getState().open).toBe("lanes");
  closeBeside("lanes");
  expect(useBesidePanel.getState().open).toBeNull();
});
