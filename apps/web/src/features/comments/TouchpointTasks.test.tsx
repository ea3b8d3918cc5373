import type { TaskList } from "@polku/protocol";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { localSession } from "../../session/testing/localSession.ts";
import { TouchpointTasks } from "./TouchpointTasks.tsx";

const base = {
  commentId: null,
  by: "Vera",
  at: "2026-11-28T11:00:00.000Z",
  done: null,
  mayChange: true,
  dueOn: null,
};
const kept: TaskList = { items: [], mayAdd: true };
const sent: unknown[] = [];

beforeAll(startLanguage);
beforeEach(() => {
  localStorage.clear();
  sent.length = 0;
  kept.mayAdd = true;
  vi.stubGlobal("fetch", async (_path: string, { method, body }: { method: string; body?: string }) => {
    if (method !== "POST") return Response.json(kept);
    const task = JSON.parse(body ?? "") as { id: string; thing: string; text: string };
    sent.push(task);
    kept.items = [...kept.items, { ...base, owner: null, ...task }];
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function opened() {
  const { session } = localSession();
  const [here = "", elsewhere = ""] = session.view().path.touchpointIds;
  kept.items = [
    { ...base, id: "1", thing: `touchpoint:${here}`, text: "Call back the same day", owner: "Minna" },
    { ...base, id: "2", thing: `touchpoint:${elsewhere}`, text: "Show the number", owner: null },
  ];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider session={session}>
        <TouchpointTasks touchpointId={here} />
      </SessionProvider>
    </QueryClientProvider>,
  );
  return here;
}

test("the tasks of a touchpoint stand beside it, those of others do not, and one more is made there", async () => {
  const here = opened();
  fireEvent.click(screen.getByRole("button", { name: /^Tasks/ }));
  expect(await screen.findByText("Call back the same day")).toBeDefined();
  expect(screen.queryByText("Show the number")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Add a task" }));
  fireEvent.change(screen.getByLabelText("What will be done"), { target: { value: "Say the number first" } });
  fireEvent.click(screen.getByRole("button", { name: "Keep the task" }));
  expect(await screen.findByText("Say the number first")).toBeDefined();
  expect(sent).toMatchObject([{ thing: `touchpoint:${here}`, text: "Say the number first" }]);
});

test("whoever may only look sees the tasks and no way to add one", async () => {
  kept.mayAdd = false;
  opened();
  fireEvent.click(screen.getByRole("button", { name: /^Tasks/ }));
  expect(await screen.findByText("Call back the same day")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Add a task" })).toBeNull();
});
