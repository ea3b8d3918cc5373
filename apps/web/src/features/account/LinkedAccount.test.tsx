import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Me } from "../../api/people.ts";
import { startLanguage } from "../../i18n/language.ts";
import { LinkedAccount } from "./LinkedAccount.tsx";

beforeAll(() => startLanguage());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ana: Me = {
  id: "ana",
  name: "Ana",
  kind: "member",
  colour: "#336699",
  email: "ana@example.org",
  role: "editor",
  hasPassword: true,
  secondFactor: false,
};
const account = { issuer: "https://login.example.org", account: "ana@work.example.org" };
const linked = { ...account, since: "2026-11-28T12:00:00.000Z" };
const page = "https://login.example.org/authorize?state=1";

/** A server at which nothing, or an account, is linked; what it is sent is kept. */
function server(before: object | null): { sent: unknown[] } {
  let now = before;
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
    if (init?.method !== "POST") return Promise.resolve(Response.json({ linked: now }));
    sent.push([path, JSON.parse(String(init.body))]);
    if (!path.endsWith("/off")) return Promise.resolve(Response.json({ url: page }));
    now = null;
    return Promise.resolve(Response.json({ ended: 1 }));
  });
  return { sent };
}

function show(me: Me) {
  const leaveFor = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LinkedAccount me={me} leaveFor={leaveFor} />
    </QueryClientProvider>,
  );
  return { leaveFor };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test("one's organisation's account is linked by the password and the code, and by way of the provider's own page", async () => {
  const { sent } = server(null);
  const { leaveFor } = show({ ...ana, secondFactor: true });
  await press("Link it");
  expect(screen.getByText(/asked for no code here/)).toBeTruthy();
  type("Present password", "correct horse battery");
  type("Code", "123456");
  await press("Go to your organisation");
  await vi.waitFor(() => expect(leaveFor).toHaveBeenCalledExactlyOnceWith(page));
  expect(sent).toEqual([["/api/v1/me/oidc", { password: "correct horse battery", code: "123456" }]]);
});

test("what is linked is named with its provider, and taken off by the password", async () => {
  const { sent } = server(linked);
  show(ana);
  expect(await screen.findByText("ana@work.example.org")).toBeTruthy();
  expect(screen.getByText(/at login\.example\.org, linked since/)).toBeTruthy();
  await press("Take it off");
  type("Present password", "correct horse battery");
  await press("Take it off");
  expect(await screen.findByRole("button", { name: "Link it" })).toBeTruthy();
  expect(sent).toEqual([["/api/v1/me/oidc/off", { password: "correct horse battery" }]]);
});

test("the only way in has no button that takes it off, and says what to do first", async () => {
  server(linked);
  show({ ...ana, hasPassword: false });
  expect(await screen.findByText(/Set a password above/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a person without a password is asked for none", async () => {
  server(null);
  const { leaveFor } = show({ ...ana, kind: "owner", hasPassword: false });
  await press("Link it");
  expect(screen.queryByLabelText("Present password")).toBeNull();
  await press("Go to your organisation");
  await vi.waitFor(() => expect(leaveFor).toHaveBeenCalledOnce());
});
