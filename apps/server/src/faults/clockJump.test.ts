import { closeCodes } from "@polku/protocol";
import { expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { openRawSocket } from "../testing/rawSocket.ts";
import { startTestServer } from "../testing/testServer.ts";

const hours = 60 * 60 * 1_000;
const days = 24 * hours;

test("F12: the server's clock jumps three days ahead and six back: order stays, and links end by the server's time alone", async () => {
  let now = Date.UTC(2026, 10, 24);
  const server = await startTestServer({ clock: { now: () => now } });
  onTestFinished(() => server.stop());
  const [owner, editor, viewer] = [
    await server.token("owner"),
    await server.token("editor"),
    await server.token("viewer"),
  ];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const oracle = new Oracle();
  const clients = [0, 1].map(() => joinByHocuspocus(server.socketUrl, journeyId, editor));
  onTestFinished(() => clients.forEach((client) => client.leave()));
  await until("both are in", () => clients.every(({ provider }) => provider.synced));
  const write = async (key: string, value: string) => {
    for (const [index, client] of clients.entries()) {
      const kept = oracle.wrote(`${key}${index}`, value);
      client.doc.getMap("shapes").set(`${key}${index}`, value);
      await client.saved();
      kept();
    }
  };

  const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/links`, {
    token: owner,
    body: { role: "editor", expiresAt: new Date(now + 2 * days).toISOString() },
  });
  const secret = String(body.url).split("#")[1] ?? "";
  const joined = await server.ask("POST", "/api/v1/join", { body: { secret, name: "Guest" } });
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const ticketOf = async () =>
    String(
      (await server.ask("POST", `/api/v1/journeys/${journeyId}/ticket`, { headers: { cookie } })).body.token,
    );
  const guest = await openRawSocket(server.socketUrl, "/collab", journeyId, await ticketOf());
  onTestFinished(() => guest.leave());
  await until("the guest is in", () => guest.frames.length > 0);

  await write("a", "before");
  now += 3 * days;
  await write("a", "three days ahead");
  await until("the guest's link has expired", () => guest.closed !== undefined);
  expect(guest.closed?.code).toBe(closeCodes.revoked.code);
  now -= 6 * days;
  await write("a", "three days back");
  await write("b", "three days back");
  expect(clients[0]?.doc.getMap("shapes").get("a0")).toBe("three days back");
  // The link is valid again by the only clock that counts.
  const again = await openRawSocket(server.socketUrl, "/collab", journeyId, await ticketOf());
  onTestFinished(() => again.leave());
  await until("the guest is in again", () => again.frames.length > 0);
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients });
});
