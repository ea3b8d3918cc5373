import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useOpenPanel } from "./useOpenPanel.ts";

const told = () => document.documentElement.dataset["panels"];

test("the page says which panels are there, and says nothing once they are gone", () => {
  const dock = renderHook(() => useOpenPanel("dock"));
  const find = renderHook(() => useOpenPanel("find"));
  expect(told()).toBe("dock find");
  dock.unmount();
  expect(told()).toBe("find");
  find.unmount();
  expect(told()).toBeUndefined();
});

test("a panel that shows nothing is not there, and two of one name are there until both are gone", () => {
  const first = renderHook(({ isThere }) => useOpenPanel("inspector", isThere), {
    initialProps: { isThere: false },
  });
  expect(told()).toBeUndefined();
  first.rerender({ isThere: true });
  const second = renderHook(() => useOpenPanel("inspector"));
  second.unmount();
  expect(told()).toBe("inspector");
  first.unmount();
  expect(told()).toBeUndefined();
});
