import { afterAll, beforeAll, expect, test } from "vitest";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let ana: string;
let ben: string;

beforeAll(async () => {
  server = await startTestServer();
  [ana, ben] = [await server.token("owner"), await server.token("editor")];
});
afterAll(() => server.stop());

const ask = (method: string, path: string, token: string, body?: unknown) =>
  server.ask(method, path, { token, body });

test("a second person rates what the first has rated, without being told how; then the agreement is told", async () => {
  const bytes = "Palaute\nJonotin tunnin.\nPalvelu oli ihanaa.\nEn tiedä vielä.\n";
  const { sourceId } = await importedFile(server, ana, { bytes, name: "kysely.csv" });
  const contacts = await foundContacts(server, ana, { source: String(sourceId) });
  const ids: string[] = [];
  for (const [text, valence] of [
    ["Jonotin tunnin.", -2],
    ["Palvelu oli ihanaa.", 2],
    ["En tiedä vielä.", null],
  ] as const) {
    const contactId = contacts.find((one) => one.text === text)?.id;
    ids.push(String((await ask("POST", "/api/v1/quotes", ana, { contactId, text, valence })).body.id));
  }
  const [first, second] = ids;
  const toDo = await ask("GET", "/api/v1/ratings/next", ben);
  expect(toDo.body.left).toBe(2);
  expect(new Set((toDo.body.items as { id: string }[]).map(({ id }) => id))).toEqual(
    new Set([first, second]),
  );
  expect(toDo.text).not.toMatch(/valence|vBy/);
  expect((await ask("GET", "/api/v1/ratings/next", ana)).body.left).toBe(0);

  expect((await ask("POST", `/api/v1/quotes/${first}/rating`, ana, { valence: 1 })).body.code).toBe(
    "rating.own",
  );
  expect((await ask("POST", `/api/v1/quotes/${first}/rating`, ben, { valence: -2 })).status).toBe(204);
  expect((await ask("POST", `/api/v1/quotes/${first}/rating`, ben, { valence: 2 })).body.code).toBe(
    "rating.twice",
  );
  expect((await ask("POST", `/api/v1/quotes/${second}/rating`, ben, { valence: 0 })).status).toBe(204);
  const told = await ask("GET", "/api/v1/ratings", ben);
  // Observed (0 + 4) / 2 = 2; expected (0 + 4 + 16 + 4) / 4 = 6.
  expect(told.body).toMatchObject({ n: 2, same: 0.5, apart: [{ quoteId: second, first: 2, second: 0 }] });
  expect(told.body.kappa).toBeCloseTo(1 - 2 / 6, 10);

  await ask("DELETE", `/api/v1/sources/${String(sourceId)}`, ana);
  expect((await ask("GET", "/api/v1/ratings", ben)).body).toMatchObject({
    n: 0,
    same: null,
    kappa: null,
    apart: [],
  });
  expect(await server.services.db.selectFrom("quoteRating").selectAll().execute()).toEqual([]);
});
