import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { DeletedList } from "./DeletedList.tsx";

let items: { id: string; title: string; deletedAt: string; goesAt: string }[] = [];
const asked: string[] = [];

beforeAll(startLanguage);
beforeEach(() => {
  asked.length = 0;
  const when = { deletedAt: "2026-11-28T12:00:00Z", goesAt: "2026-12-28T12:00:00Z" };
  items = ["Helpdesk", "Onboarding"].map((title) => ({ id: title, title, ...when }));
  vi.stubGlobal("fetch", async (path: string, { method }: { method: string }) => {
    if (method === "GET") return Response.json({ items });
    asked.push(`${method} ${path}`);
    items = items.filter(({ id }) => !path.includes(id));
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const shown = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeletedList />
    </QueryClientProvider>,
  );

test("a deleted journey says when it goes for good, and comes back by one press", async () => {
  shown();
  expect(await screen.findAllByText(/deleted .*28.* 2026 · goes for good .*28.* 2026/)).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Bring back: Helpdesk" }));
  await vi.waitFor(() => expect(screen.queryByText("Helpdesk")).toBeNull());
  expect(asked).toEqual(["POST /api/v1/trash/Helpdesk/restore"]);
});

test("it goes for good only when somebody was asked and said yes; who keeps it has lost nothing", async () => {
  shown();
  fireEvent.click(await screen.findByRole("button", { name: "Delete for good: Onboarding" }));
  expect(screen.getByRole("status").textContent).toContain("Delete “Onboarding” for good?");
  expect(document.activeElement?.textContent).toBe("Keep it");
  fireEvent.click(screen.getByRole("button", { name: "Keep it" }));
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Delete for good: Onboarding" }));
  fireEvent.click(screen.getByRole("button", { name: "Delete for good" }));
  await vi.waitFor(() => expect(screen.queryByText("Onboarding")).toBeNull());
  expect(asked).toEqual(["DELETE /api/v1/trash/Onboarding"]);
  expect(screen.getByText("Helpdesk")).toBeDefined();
});
