import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startLanguage } from "../i18n/language.ts";
import { JourneyList } from "./JourneyList.tsx";

beforeAll(() => startLanguage());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const entry = (title: string, archived = false) => ({
  id: title.toLowerCase().replace(/\W/g, "-"),
  title,
  lang: "en",
  archived,
  sample: false,
  futureOf: null,
  level: 1,
  below: [],
  changedAt: "2026-11-28T12:00:00.000Z",
});

/** A server that keeps the list; it takes in what is put away. */
function open(titles: readonly string[], mayArchive = true) {
  let items = titles.map((title) => entry(title));
  vi.stubGlobal("fetch", (path: string, { method = "GET", body }: RequestInit = {}) => {
    const id = path.replace("/api/v1/journeys/", "");
    if (method === "PATCH")
      items = items.map((one) => (one.id === id ? { ...one, ...(JSON.parse(String(body)) as object) } : one));
    return Promise.resolve(Response.json({ items }));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <JourneyList mayArchive={mayArchive} />
    </QueryClientProvider>,
  );
}

const titles = () => [...document.querySelectorAll(".journey-card__title")].map((one) => one.textContent);

test("many journeys are searched by their names, and few need no search", async () => {
  open(["A repair", "A move", "A bill", "A complaint", "A visit", "A call", "A last call"]);
  fireEvent.change(await screen.findByRole("searchbox", { name: "Search journeys" }), {
    target: { value: "call" },
  });
  expect(titles()).toEqual(["A call", "A last call"]);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "calling" } });
  expect(screen.getByRole("status").textContent).toBe("No journey is called that.");
  cleanup();
  open(["A repair", "A move"]);
  expect(await screen.findByText("A repair")).toBeTruthy();
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("a journey that is put away leaves the list, is found in the archive, and comes back", async () => {
  open(["A repair", "A move"]);
  fireEvent.click(await screen.findByRole("button", { name: "Archive “A move”" }));
  await vi.waitFor(() => expect(titles()).toEqual(["A repair"]), 20_000);
  fireEvent.click(screen.getByRole("button", { name: "Archive (1)" }));
  expect(titles()).toEqual(["A move"]);
  fireEvent.click(screen.getByRole("button", { name: "Bring “A move” back from the archive" }));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: /^Archive \(/ })).toBeNull(), 20_000);
  expect(titles()).toEqual(["A repair", "A move"]);
});

test("who may not put journeys away is not offered it", async () => {
  open(["A repair"], false);
  expect(await screen.findByText("A repair")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
