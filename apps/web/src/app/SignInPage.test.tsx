import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import { Suspense, use } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startLanguage } from "../i18n/language.ts";
import SignInPage from "./SignInPage.tsx";

beforeAll(() => startLanguage());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Late({ promise }: { readonly promise: Promise<unknown> }) {
  use(promise);
  return null;
}

test("a sign-in link is used even when the first rendering of its page is thrown away, and leaves the address", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (_: unknown, init?: RequestInit) => {
    if (init?.body) sent.push(JSON.parse(String(init.body)));
    return Promise.resolve(Response.json({ id: "owner", name: "Owner" }));
  });
  history.replaceState(null, "", "/sign-in#token=once-only");
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense fallback="…">
          <SignInPage />
          <Late promise={late} />
        </Suspense>
      </QueryClientProvider>,
    );
  });
  expect(sent).toEqual([]);
  await act(async () => {
    arrive();
    await late;
  });
  expect(sent).toEqual([{ token: "once-only" }]);
  expect(location.hash).toBe("");
});
