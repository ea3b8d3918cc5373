import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startLanguage } from "../i18n/language.ts";
import { SessionProvider } from "../session/SessionContext.tsx";
import { localSession } from "../session/testing/localSession.ts";
import { PrintSheet } from "./PrintSheet.tsx";

beforeAll(startLanguage);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function opened() {
  const { session } = localSession();
  const print = vi.fn();
  vi.stubGlobal("print", print);
  const { container } = render(
    <SessionProvider session={session}>
      <PrintSheet />
    </SessionProvider>,
  );
  return { print, sheet: () => container.querySelector("img") };
}

test("Ctrl P prints the whole map as the files draw it, once it is there, and puts it away afterwards", () => {
  const { print, sheet } = opened();
  expect(sheet()).toBeNull();
  fireEvent.keyDown(document.body, { key: "p", ctrlKey: true });
  expect(sheet()?.getAttribute("src")).toBe("/api/v1/journeys/test/export?format=png&theme=light&lang=en");
  expect(print).not.toHaveBeenCalled();
  fireEvent.load(sheet() ?? document.body);
  expect(print).toHaveBeenCalledTimes(1);
  act(() => void window.dispatchEvent(new Event("afterprint")));
  expect(sheet()).toBeNull();
});

test("a map that cannot be fetched is not printed as an empty sheet, and can be asked for again", () => {
  const { print, sheet } = opened();
  fireEvent.keyDown(document.body, { key: "p", metaKey: true });
  fireEvent.error(sheet() ?? document.body);
  expect(sheet()).toBeNull();
  expect(print).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "p", metaKey: true });
  expect(sheet()).not.toBeNull();
});
