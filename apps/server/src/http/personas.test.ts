import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

async function command(journeyId: string, name: string, args: object): Promise<string> {
  const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
    token: owner,
    body: { id: crypto.randomUUID(), name, args },
  });
  const [result] = body.results as { ok: boolean; value?: { id: string } }[];
  expect(result).toMatchObject({ ok: true });
  return result?.value?.id ?? "";
}

type Item = { journeyId: string; id: string; name: string; from: object | null };
const library = async (token = owner) =>
  (await server.ask("GET", "/api/v1/personas", { token })).body.items as Item[];

test("the personas of all journeys are listed with where they were taken from, also those that were made before the list held any", async () => {
  const [home, shop] = [await server.journey("Home"), await server.journey("Shop")];
  const personaId = await command(home, "addPersona", { name: "Mika" });
  const from = { journeyId: home, personaId };
  const taken = await command(shop, "takePersona", { from, name: "Mika", goals: "Peace" });
  await expect
    .poll(() => library(), { timeout: 40_000, interval: 50 })
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ journeyId: home, id: personaId, name: "Mika", from: null }),
        expect.objectContaining({ journeyId: shop, id: taken, name: "Mika", from }),
      ]),
    );
  await server.services.journeys.change(home, { personas: null });
  expect((await library()).map(({ id }) => id)).toContain(personaId);
});

test("whoever was let into one journey is shown its personas alone, and not where they came from", async () => {
  const [home, shop] = [await server.journey("Home"), await server.journey("Shop")];
  const personaId = await command(home, "addPersona", { name: "Hidden" });
  const taken = await command(shop, "takePersona", {
    from: { journeyId: home, personaId },
    name: "Mika",
    goals: "",
  });
  await expect
    .poll(async () => (await library()).some(({ id }) => id === taken), { timeout: 40_000, interval: 50 })
    .toBe(true);
  const guest = await server.token("viewer", shop);
  expect(await library(guest)).toMatchObject([{ journeyId: shop, id: taken, from: null }]);
  const nobody = await server.ask("GET", "/api/v1/personas");
  expect(nobody.status).toBe(401);
});
