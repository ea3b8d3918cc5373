import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { startLanguage } from "../i18n/language.ts";
import AccountPage from "./AccountPage.tsx";

beforeAll(() => startLanguage());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const me = { id: "ana", name: "Ana", kind: "member", colour: "#369", email: "ana@x.org", role: "editor" };
const since = "2026-11-28T12:00:00.000Z";
const answers: Record<string, unknown> = {
  "/api/v1/me": { ...me, hasPassword: true, secondFactor: false },
  "/api/v1/me/second-factor": { on: false, since: null, codesLeft: 0 },
  "/api/v1/me/sessions": { items: [] },
  "/api/v1/me/oidc": { linked: { issuer: "https://login.example.org", account: "Ana", since } },
};

/** The page as somebody sees it who comes back from the provider, or from anywhere. */
function open(search: string, { oidc }: { oidc: boolean }) {
  vi.stubGlobal("fetch", (path: string) =>
    Promise.resolve(Response.json(path === "/api/v1/sign-in/ways" ? { oidc } : answers[path])),
  );
  history.replaceState(null, "", `/account${search}`);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AccountPage />
    </QueryClientProvider>,
  );
}

test("whoever comes back from the organisation's page reads that it is linked", async () => {
  open("?linked=1", { oidc: true });
  expect(
    await screen.findByText("It is linked. You can sign in by your organisation from now on."),
  ).toBeTruthy();
});

test("whoever comes back without it reads why, in our own words only", async () => {
  open("?why=account.oidcTaken", { oidc: true });
  expect((await screen.findByRole("alert")).textContent).toContain("linked to somebody else here");
  cleanup();
  open("?why=<b>call 0800</b>", { oidc: true });
  expect(await screen.findByRole("heading", { name: "Your organisation's account" })).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("where there is no provider, nothing of it is offered", async () => {
  open("", { oidc: false });
  expect(await screen.findByRole("heading", { name: "Second factor" })).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Your organisation's account" })).toBeNull();
});
