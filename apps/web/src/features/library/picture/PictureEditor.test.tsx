import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ContactEntry } from "../../../api/contacts.ts";
import { startLanguage } from "../../../i18n/language.ts";
import { PictureEditor } from "./PictureEditor.tsx";

beforeAll(startLanguage);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const contact = { id: "c", text: "Jono", respondentKey: "key" } as ContactEntry;

/** What the editor sends when it is saved after `write`. */
async function sentAfter(write: () => void): Promise<unknown> {
  const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () =>
    Response.json(contact),
  );
  vi.stubGlobal("fetch", fetched);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PictureEditor contact={contact} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "What it shows, and whose it is" }));
  write();
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect([address, init?.method]).toEqual(["/api/v1/contacts/c/picture", "PATCH"]);
  return JSON.parse(String(init?.body));
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value } });

test("only what was written otherwise is sent: the words, or whose it is", async () => {
  expect(await sentAfter(() => type("What it shows", "Jono ovelle"))).toEqual({ caption: "Jono ovelle" });
  cleanup();
  expect(await sentAfter(() => type("Whose picture it is (optional)", "aino@esimerkki.fi"))).toEqual({
    person: "aino@esimerkki.fi",
  });
});

test("a picture that is somebody's can be said to be nobody's; who is written after that counts", async () => {
  const nobodys = () => fireEvent.click(screen.getByRole("checkbox", { name: "It is nobody's" }));
  expect(await sentAfter(nobodys)).toEqual({ person: null });
  cleanup();
  const sent = await sentAfter(() => {
    nobodys();
    type("Whose picture it is (optional)", "Olli");
  });
  expect(sent).toEqual({ person: "Olli" });
});
