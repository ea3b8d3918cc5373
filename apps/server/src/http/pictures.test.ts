import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { foundContacts, samplePicture, sendFile } from "../testing/evidence.ts";
import { filesIn } from "../testing/filesIn.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const SECRET = "GPS kanaria 60.17N";
let server: TestServer;
let token: string;
let count = 0;

/** A PNG that says where it was taken; another one each time. */
function picture({ width = 3, more = "" } = {}): Uint8Array<ArrayBuffer> {
  count += 1;
  return samplePicture({ width, comment: `${SECRET}${more}`, drawn: `pensselinveto ${count}` });
}

const meta = (caption: string, title = `Päiväkirjat ${count}`) => ({
  kind: "diary_study",
  title,
  caption,
});

async function see(contactId: string, as = token) {
  const response = await fetch(`${server.url}/api/v1/contacts/${contactId}/picture`, {
    headers: { authorization: `Bearer ${as}` },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

/** What there is of pictures outside the database: their files, and the keys to them. */
const filesOnDisk = (): string[] =>
  [
    ...readdirSync(path.join(server.folder, "media")),
    ...server.services.privacy.keys.list().map(({ source }) => `key of ${source}`),
  ].filter((name) => name.includes("picture-"));

/** Sends a picture; its source and contact. */
async function kept(caption: string, person?: string): Promise<{ source: string; contact: string }> {
  const answer = await sendFile(server, token, {
    bytes: picture(),
    name: "kuva.png",
    path: "/api/v1/pictures",
    meta: { ...meta(caption), ...(person !== undefined && { person }) },
  });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  const source = String(answer.body.id);
  const [contact] = await foundContacts(server, token, { source });
  return { source, contact: contact?.id ?? "" };
}

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("owner");
});
afterAll(() => server.stop());

describe("a picture that is sent in", () => {
  test("is a contact whose words are what a person wrote of it, masked, found and quoted like any others", async () => {
    const { contact } = await kept("Lasku keittiön pöydällä, soita 040 123 4567.");
    const { body } = await server.ask("GET", `/api/v1/contacts/${contact}`, { token });
    expect(body).toMatchObject({
      text: "Lasku keittiön pöydällä, soita [phone].",
      picture: { width: 3, height: 2 },
      lang: "fi",
    });
    expect((await foundContacts(server, token, { q: "keittiössä" })).map(({ id }) => id)).toContain(contact);
    const quote = { contactId: contact, text: "Lasku keittiön pöydällä" };
    expect((await server.ask("POST", "/api/v1/quotes", { token, body: quote })).status).toBe(201);
  });

  test("is kept without where it was taken, encrypted, and answered to no cache", async () => {
    const { contact } = await kept("Kaappi");
    const seen = await see(contact);
    expect([seen.status, seen.headers.get("content-type"), seen.headers.get("cache-control")]).toEqual([
      200,
      "image/png",
      "private, no-store",
    ]);
    expect(seen.bytes.includes("pensselinveto")).toBe(true);
    expect(seen.bytes.includes("kanaria")).toBe(false);
    for (const one of readdirSync(server.folder, { recursive: true, withFileTypes: true }))
      if (one.isFile())
        expect(readFileSync(path.join(one.parentPath, one.name)).includes("pensselinveto"), one.name).toBe(
          false,
        );
    expect((await see(contact, await server.token("editor", await server.journey("Mine")))).status).toBe(403);
  });

  test("twice adds nothing, also when two people send it at once", async () => {
    const upload = (bytes: Uint8Array<ArrayBuffer>) => ({
      bytes,
      name: "kuva.png",
      path: "/api/v1/pictures",
      meta: meta("Sama kuva", "Yhdessä"),
    });
    const first = await sendFile(server, token, upload(picture()));
    const before = filesOnDisk().length;
    const same = upload(picture());
    const answers = await Promise.all([sendFile(server, token, same), sendFile(server, token, same)]);
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual([
      [201, first.body.id],
      [201, first.body.id],
    ]);
    expect(await foundContacts(server, token, { source: String(first.body.id) })).toHaveLength(2);
    expect(filesOnDisk()).toHaveLength(before + 2);
  });

  test.each([
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", {}, "image.notOne"],
    ["a picture that is cut short", picture().slice(0, 60), {}, "image.notOne"],
    ["one that would fill the memory", picture({ width: 30_000_000 }), {}, "image.tooLarge"],
    ["one without a word on what it shows", picture(), { caption: " " }, "request.invalid"],
  ])("is refused when it is %s, and leaves nothing", async (_what, bytes, more, code) => {
    const before = await server.services.db.selectFrom("source").select("id").execute();
    const files = filesOnDisk();
    const answer = await sendFile(server, token, {
      bytes,
      name: "kuva.png",
      path: "/api/v1/pictures",
      meta: { ...meta("Kuva"), ...more },
    });
    expect(answer.body.code).toBe(code);
    expect(await server.services.db.selectFrom("source").select("id").execute()).toEqual(before);
    expect(filesOnDisk()).toEqual(files);
  });

  test("may have more beside its picture than a picture may be large: what is kept counts", async () => {
    const bytes = picture({ more: "x".repeat(3 * 1024 * 1024) });
    const answer = await sendFile(server, token, {
      bytes,
      name: "k.png",
      path: "/api/v1/pictures",
      meta: meta("Iso"),
    });
    expect(answer.status).toBe(201);
  });
});

describe("what is said of a picture", () => {
  const change = (contact: string, body: object, as = token) =>
    server.ask("PATCH", `/api/v1/contacts/${contact}/picture`, { token: as, body });

  test("is written otherwise: masked, found by the new words in any form and no longer by the old, its quotes where their words stand now", async () => {
    const { contact } = await kept("Pesukone vuotaa keittiössä");
    const quote = { contactId: contact, text: "vuotaa keittiössä" };
    const made = await server.ask("POST", "/api/v1/quotes", { token, body: quote });
    const caption = "Astianpesukone vuotaa keittiössä, soita 040 123 4567";
    const { body } = await change(contact, { caption });
    expect(body).toMatchObject({
      text: "Astianpesukone vuotaa keittiössä, soita [phone]",
      picture: { width: 3, height: 2 },
    });
    const found = async (q: string) => (await foundContacts(server, token, { q })).map(({ id }) => id);
    expect(await found("astianpesukoneessa")).toContain(contact);
    expect(await found('"pesukone vuotaa"')).not.toContain(contact);
    const { items } = (await server.ask("GET", `/api/v1/quotes?ids=${String(made.body.id)}`, { token }))
      .body as {
      items: { start: number; end: number }[];
    };
    expect(items.map(({ start, end }) => caption.slice(start, end))).toEqual(["vuotaa keittiössä"]);
  });

  test("keeps the words of its quotes, and says which are in the way", async () => {
    const { contact } = await kept("Jono ulos asti");
    await server.ask("POST", "/api/v1/quotes", { token, body: { contactId: contact, text: "Jono ulos" } });
    const refused = await change(contact, { caption: "Tyhjä sali" });
    expect([refused.status, refused.body.code]).toEqual([409, "picture.quoted"]);
    expect((await server.ask("GET", `/api/v1/contacts/${contact}`, { token })).body.text).toBe(
      "Jono ulos asti",
    );
    expect((await change(contact, { caption: " " })).status).toBe(422);
    expect((await change(contact, { caption: "x" }, await server.token("viewer"))).status).toBe(403);
    expect((await change("nobody", { caption: "x" })).body.code).toBe("picture.unknown");
  });

  test("says whose it is, by a pseudonym; two who say it at once leave one of both, and nobody's is nobody's again", async () => {
    const { contact } = await kept("Kotipolku");
    const told = await change(contact, { person: "Aino@Esimerkki.fi" });
    const key = String(told.body.respondentKey);
    expect(told.text).not.toContain("simerkki");
    const { contact: second } = await kept("Toinen kuva", " aino@esimerkki.fi");
    const { body } = await server.ask("GET", `/api/v1/contacts/${second}`, { token });
    expect(body.respondentKey).toBe(key);
    const people = ["aino@esimerkki.fi", "olli@esimerkki.fi"];
    const keys = await Promise.all(people.map(async (person) => (await change(second, { person })).status));
    expect(keys).toEqual([200, 200]);
    expect((await change(second, { person: null })).body.respondentKey).toBeNull();
  });

  test("goes to the person it is of with the picture itself, and both go when the person is erased", async () => {
    const before = filesOnDisk();
    const { contact } = await kept("Oma sohva", "liisa@esimerkki.fi");
    const seen = await see(contact);
    const answer = await fetch(`${server.url}/api/v1/people/archive`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ person: "liisa@esimerkki.fi" }),
    });
    const files = filesIn(Buffer.from(await answer.arrayBuffer()));
    expect([...files.keys()]).toEqual(["person.json", `pictures/${contact}.png`]);
    expect(files.get(`pictures/${contact}.png`)?.equals(seen.bytes)).toBe(true);
    expect(JSON.parse(files.get("person.json")?.toString() ?? "")).toMatchObject({
      contacts: [{ id: contact, text: "Oma sohva", picture: { width: 3, height: 2 } }],
    });
    const erased = await server.ask("POST", "/api/v1/people/erase", {
      token,
      body: { person: "liisa@esimerkki.fi", reason: "request" },
    });
    expect(erased.body).toMatchObject({ contacts: 1 });
    expect((await see(contact)).status).toBe(404);
    expect(filesOnDisk()).toEqual(before);
  });
});

describe("erasing", () => {
  beforeEach(async () => {
    await server.services.privacy.removeLostMedia();
  });

  test.each(["contact", "source"] as const)(
    "its %s takes the picture with its file and its key",
    async (what) => {
      const before = filesOnDisk();
      const one = await kept(`Pois lähtevä ${what}`);
      expect(filesOnDisk()).toHaveLength(before.length + 2);
      await server.ask("DELETE", `/api/v1/${what}s/${one[what]}`, { token });
      expect((await see(one.contact)).status).toBe(404);
      expect(filesOnDisk()).toEqual(before);
      expect(
        await server.services.db
          .selectFrom("picture")
          .select("id")
          .where("sourceId", "=", one.source)
          .execute(),
      ).toEqual([]);
    },
  );

  test("who people were drops their pictures too: a face tells it; what was written stays", async () => {
    const before = filesOnDisk();
    const { source, contact } = await kept("Hän näyttää laskuaan");
    await server.services.evidence.forgetIdentity(source);
    await server.services.privacy.removeLostMedia();
    expect(filesOnDisk()).toEqual(before);
    const { body } = await server.ask("GET", `/api/v1/contacts/${contact}`, { token });
    expect(body).toMatchObject({ text: "Hän näyttää laskuaan", picture: null });
  });

  test("a row whose file is gone is taken out, so that nobody is shown a broken picture", async () => {
    const { contact } = await kept("Rikki");
    const db = new DatabaseSync(path.join(server.folder, "app.db"));
    db.prepare(`update "picture" set "file" = 'picture-nowhere' where "contactId" = ?`).run(contact);
    db.close();
    await server.services.privacy.removeLostMedia();
    expect((await see(contact)).status).toBe(404);
  });
});
