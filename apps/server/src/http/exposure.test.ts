import type { Exposure } from "@polku/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { monthOf } from "../exposure/exposure.ts";
import { memberBrowser, ownersBrowser, type TestBrowser } from "../testing/browser.ts";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let token: string;
let now = Date.UTC(2026, 10, 30, 12);
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  token = await server.token("owner");
  const rows = "customer,text\nA,First words of A\nA,More words of A\nB,Words of B\nC,Words of C\n";
  await importedFile(server, token, {
    bytes: rows,
    name: "f.csv",
    meta: {
      kind: "survey_open",
      title: "F",
      mapping: {
        words: "text",
        person: "customer",
      },
    },
  });
});
afterAll(() => server.stop());

const seen = async (who: TestBrowser): Promise<Exposure> =>
  (await who.ask<Exposure>("GET", "/api/v1/exposure")).body;
const show = (who: TestBrowser, isShown: boolean) => who.ask("POST", "/api/v1/exposure", { isShown });

test("who chose to be shown is shown with the customers they have met this month; who did not is nowhere; who leaves is gone at once", async () => {
  const vera = await ownersBrowser(server);
  const pasi = await memberBrowser(server, token, {
    role: "editor",
    name: "Pasi",
    email: "pasi@example.com",
    password: "a long enough password",
  });
  const contacts = await foundContacts(server, token, {});
  expect(contacts).toHaveLength(4);
  for (const { id } of contacts) await pasi.ask("GET", `/api/v1/contacts/${id}`);
  await vera.ask("GET", `/api/v1/contacts/${contacts[0]?.id}`);

  expect(await seen(vera)).toMatchObject({ since: "2026-11-01", isShown: false, people: [] });
  expect((await show(pasi, true)).status).toBe(204);
  await show(pasi, true);
  // A said two things, and is one customer.
  const met = 3;
  expect(await seen(vera)).toMatchObject({
    isShown: false,
    people: [{ name: "Pasi", customers: met, isMe: false }],
  });
  await show(vera, true);
  expect((await seen(pasi)).people).toMatchObject([
    { name: "Pasi", customers: met, isMe: true },
    { customers: 1, isMe: false },
  ]);

  await show(pasi, false);
  const after = await seen(vera);
  expect(after.people.map(({ name }) => name)).not.toContain("Pasi");
  expect(after.people).toHaveLength(1);

  // A new month begins with nobody met.
  now = Date.UTC(2026, 11, 1, 0, 0, 1);
  expect((await seen(vera)).people).toMatchObject([{ customers: 0 }]);
});

test("whoever came by a link neither sees it nor is in it", async () => {
  const guest = await server.token("editor", await server.journey());
  expect((await server.ask("GET", "/api/v1/exposure", { token: guest })).status).toBe(403);
});

test("a month begins on its first day in UTC", () => {
  expect(new Date(monthOf(Date.UTC(2026, 1, 28, 23, 59))).toISOString()).toBe("2026-02-01T00:00:00.000Z");
  expect(new Date(monthOf(Date.UTC(2027, 0, 1))).toISOString()).toBe("2027-01-01T00:00:00.000Z");
});
