import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MOST_SPOKEN } from "@polku/protocol/http";
import { writeWav } from "@polku/evidence/sound";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findParticipantLink } from "../participants/participantLinks.ts";
import { takeCurve } from "../participants/takeCurve.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const phone = "a-random-key-of-one-phone";

async function command(journeyId: string, name: string, args: object): Promise<string> {
  const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
    token: owner,
    body: [{ id: crypto.randomUUID(), name, args }],
  });
  const [result] = body.results as { value?: { id: string } }[];
  return result?.value?.id ?? "";
}

/** A journey of two moments with a participant link to it. */
async function asked(asks: "customer" | "colleague" = "customer") {
  const journeyId = await server.journey("My line is down");
  const stageId = await command(journeyId, "addStage", { title: "Something is wrong" });
  const call = await command(journeyId, "addTouchpoint", { stageId, title: "I call" });
  const wait = await command(journeyId, "addTouchpoint", { stageId, title: "I wait" });
  const made = await server.ask("POST", `/api/v1/journeys/${journeyId}/participant-links`, {
    token: owner,
    body: { asks, title: "Curves of November" },
  });
  const url = String(made.body.url);
  return { journeyId, call, wait, linkId: String(made.body.id), secret: url.split("#")[1] ?? "", url };
}
type Asked = Awaited<ReturnType<typeof asked>>;

const look = (secret: string) => server.ask("POST", "/api/v1/participate/look", { body: { secret } });
const send = ({ secret, call, wait }: Asked, more: object = {}) =>
  server.ask("POST", "/api/v1/participate", {
    body: {
      secret,
      answerId: "answer-1",
      person: phone,
      consentVersion: "1",
      points: [
        { touchpointId: wait, v: -1.5 },
        { touchpointId: call, v: 1, words: "Ritva answered. Write to ana@example.com" },
      ],
      ...more,
    },
  });
const viewOf = async (journeyId: string) =>
  (await server.ask("GET", `/api/v1/journeys/${journeyId}`, { token: owner })).text;
const quotesOf = async (sourceId: string) =>
  (await server.ask("GET", `/api/v1/quotes?source=${sourceId}`, { token: owner })).body.items as {
    id: string;
    text: string;
  }[];
const linksOf = async (journeyId: string) =>
  (await server.ask("GET", `/api/v1/journeys/${journeyId}/participant-links`, { token: owner })).body
    .items as { id: string; sourceId: string; answers: number }[];

test("a participant sees the titles of the path and its own words for feelings, and nothing that others said", async () => {
  const one = await asked();
  await command(one.journeyId, "editText", { on: "meta", key: "feelingWorst", text: "lost" });
  expect(one.url).toContain("/p#");
  expect((await look(one.secret)).body).toEqual({
    title: "My line is down",
    asks: "customer",
    consentVersion: "1",
    voice: { consentVersion: "1", minutes: 5 },
    moments: [
      { id: one.call, title: "I call", stage: "Something is wrong" },
      { id: one.wait, title: "I wait", stage: "Something is wrong" },
    ],
    feelings: ["lost", "", "", "", ""],
  });
  const foreign = await server.ask("GET", `/api/v1/journeys/${one.journeyId}`, { token: one.secret });
  expect(foreign.status).toBe(401);
});

test("a curve becomes evidence: quotes with the person's own valence, masked and pinned where it was drawn, the consent beside it", async () => {
  const one = await asked();
  expect((await send(one)).status).toBe(204);
  const [link] = await linksOf(one.journeyId);
  expect(link?.answers).toBe(1);
  const quotes = await quotesOf(link?.sourceId ?? "");
  expect(quotes).toHaveLength(2);
  expect(quotes).toContainEqual(
    expect.objectContaining({ text: "Ritva answered. Write to [email]", valence: 1, speaker: "customer" }),
  );
  expect(quotes).toContainEqual(expect.objectContaining({ text: "−1.5", valence: -1.5 }));
  const consents = await server.services.db.selectFrom("participantConsent").selectAll().execute();
  expect(consents).toContainEqual(expect.objectContaining({ linkId: one.linkId, textVersion: "1" }));
  const pins = await server.services.rooms.readDocument(one.journeyId, (doc) =>
    [...doc.getMap("pins").values()].map((pin) => (pin as { toJSON(): unknown }).toJSON()),
  );
  expect(pins).toContainEqual(
    expect.objectContaining({ touchpointId: one.call, v: 1, vBy: "human", status: "confirmed" }),
  );
  expect(await viewOf(one.journeyId)).not.toContain("Ritva");
});

test("the same answer sent twice is kept once, and a second answer of the same phone is of the same person", async () => {
  const one = await asked("colleague");
  await send(one);
  expect((await send(one)).status).toBe(204);
  await send(one, { answerId: "answer-2", points: [], said: "The queue is worst on Mondays" });
  const [link] = await linksOf(one.journeyId);
  expect(link?.answers).toBe(2);
  const contacts = await server.services.evidence.findContacts({
    filter: { source: link?.sourceId },
    limit: 10,
  });
  expect(new Set(contacts.map(({ respondentKey }) => respondentKey)).size).toBe(1);
  const source = await server.services.evidence.findSource(link?.sourceId ?? "");
  expect(source).toMatchObject({ kind: "staff_view", consentBasis: "consent" });
});

test.each(["quotes", "pins"] as const)(
  "a server that dies before the %s of an answer are made makes them when it starts, each once",
  async (died) => {
    const first = await startTestServer();
    const journeyId = await first.journey("Died");
    const token = await first.token("owner");
    const run = async (name: string, args: object): Promise<string> => {
      const { body } = await first.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
        token,
        body: [{ id: crypto.randomUUID(), name, args }],
      });
      return (body.results as { value: { id: string } }[])[0]?.value.id ?? "";
    };
    const stageId = await run("addStage", { title: "Help" });
    const touchpointId = await run("addTouchpoint", { stageId, title: "I call" });
    const made = await first.ask("POST", `/api/v1/journeys/${journeyId}/participant-links`, {
      token,
      body: { asks: "customer", title: "Curves" },
    });
    const secret = String(made.body.url).split("#")[1] ?? "";
    const link = await findParticipantLink(first.services, secret);
    const { evidence, rooms } = first.services;
    const dies = () => Promise.reject(new Error("killed"));
    const dying = {
      ...first.services,
      evidence: died === "quotes" ? { ...evidence, addQuote: dies } : evidence,
      rooms: died === "pins" ? { ...rooms, withDocument: dies } : rooms,
    };
    const curve = {
      secret,
      answerId: "a",
      person: phone,
      consentVersion: "1",
      points: [{ touchpointId, v: -1.5, words: "Kukaan ei vastannut" }],
      said: "",
    };
    await expect(takeCurve(dying, link, curve, "fi")).rejects.toThrow("killed");
    await first.close();

    for (let start = 0; start < 2; start += 1) {
      const next = await startTestServer({ folder: first.folder });
      const pins = await next.services.rooms.readDocument(journeyId, (doc) => doc.getMap("pins").size);
      const quotes = await next.services.evidence.listQuotes({ source: link.sourceId, limit: 10 });
      expect([pins, quotes.map(({ text }) => text)]).toEqual([1, ["Kukaan ei vastannut"]]);
      const owed = await next.services.db.selectFrom("participantConsent").select("owed").execute();
      expect(owed).toEqual([{ owed: null }]);
      await next.close();
    }
    await first.stop();
  },
);

const voice = readFileSync(new URL("../demo/sounds/call-b.sample.opus", import.meta.url));

/** Sends an answer with a voice, as a phone does: what is told of it comes before the sound. */
async function speak({ secret, call, wait }: Asked, bytes: Uint8Array = voice, more: object = {}) {
  const form = new FormData();
  const answer = {
    secret,
    answerId: "spoken-1",
    person: phone,
    consentVersion: "1",
    soundConsentVersion: "1",
    points: [
      { touchpointId: call, v: 1, words: "Ritva answered", clip: { from: 0, to: 1.5 } },
      { touchpointId: wait, v: -2, clip: { from: 1.7, to: 90_000 } },
    ],
    ...more,
  };
  form.append("answer", JSON.stringify(answer));
  form.append("peaks", "[10,100]");
  form.append("file", new Blob([new Uint8Array(bytes)]), "voice");
  const response = await fetch(`${server.url}/api/v1/participate/spoken`, { method: "POST", body: form });
  const text = await response.text();
  return { status: response.status, code: text === "" ? "" : (JSON.parse(text) as { code: string }).code };
}
const soundsOnDisk = () =>
  readdirSync(path.join(server.folder, "media")).filter((name) => name.startsWith("sound-"));
const contactsOf = async (journeyId: string) => {
  const [link] = await linksOf(journeyId);
  return server.services.evidence.findContacts({ filter: { source: link?.sourceId }, limit: 10 });
};

test("what a person says aloud is the recording of their answer, each moment heard from its touchpoint by whoever sees the map", async () => {
  const one = await asked();
  expect(await speak(one)).toEqual({ status: 204, code: "" });
  const [link] = await linksOf(one.journeyId);
  const { items } = (
    await server.ask("GET", `/api/v1/quotes?source=${link?.sourceId ?? ""}`, { token: owner })
  ).body as { items: { id: string; text: string; clip: { from: number; to: number } | null }[] };
  const seconds = 6;
  expect(items).toContainEqual(
    expect.objectContaining({ text: "Ritva answered", clip: expect.objectContaining({ from: 0, to: 1.5 }) }),
  );
  const waited = items.find(({ text }) => text === "−2");
  expect(waited?.clip?.from).toBe(1.7);
  expect(waited?.clip?.to).toBeGreaterThan(seconds);
  const guest = await server.token("viewer", one.journeyId);
  const heard = await server.ask("GET", `/api/v1/quotes/${waited?.id ?? ""}/sound`, { token: guest });
  expect([heard.status, heard.headers.get("content-type")]).toEqual([200, "audio/ogg; codecs=opus"]);
  const consents = await server.services.db.selectFrom("participantConsent").selectAll().execute();
  expect(consents).toContainEqual(expect.objectContaining({ linkId: one.linkId, soundVersion: "1" }));
});

test("a voice is in what is exported of a person, and goes with them: its file, its key and the way to hear it", async () => {
  const one = await asked();
  await speak(one);
  const [contact] = await contactsOf(one.journeyId);
  const person = contact?.respondentKey ?? "";
  const told = await server.ask("POST", "/api/v1/people/export", { token: owner, body: { person } });
  const { contacts, consents } = told.body as {
    contacts: { recording: { id: string; seconds: number } }[];
    consents: object[];
  };
  const spoken = contacts.find(({ recording }) => recording !== null)?.recording;
  expect(spoken?.seconds).toBeGreaterThan(5);
  expect(consents).toContainEqual(
    expect.objectContaining({ contactId: contact?.id, textVersion: "1", soundVersion: "1" }),
  );
  const address = `/api/v1/recordings/${spoken?.id ?? ""}`;
  expect((await server.ask("GET", address, { token: owner })).status).toBe(200);
  const before = soundsOnDisk().length;
  const gone = await server.ask("DELETE", `/api/v1/contacts/${contact?.id ?? ""}`, { token: owner });
  expect(gone.status).toBe(200);
  expect((await server.ask("GET", address, { token: owner })).status).toBe(404);
  expect(soundsOnDisk()).toHaveLength(before - 1);
});

test("a voice sent twice is kept once, and one whose server died before it was kept comes with the second sending", async () => {
  const one = await asked();
  const before = soundsOnDisk().length;
  expect((await speak(one)).status).toBe(204);
  expect((await speak(one)).status).toBe(204);
  expect(soundsOnDisk()).toHaveLength(before + 1);
  await server.services.db
    .deleteFrom("recording")
    .where("contactId", "=", (await contactsOf(one.journeyId))[0]?.id ?? "")
    .execute();
  expect((await speak(one)).status).toBe(204);
  const [contact, ...others] = await contactsOf(one.journeyId);
  expect(others).toEqual([]);
  const row = server.services.db.selectFrom("recording").select("createdBy");
  const kept = await row.where("contactId", "=", contact?.id ?? "").execute();
  expect(kept).toEqual([{ createdBy: `participant-${one.linkId}` }]);
});

test("a voice alone is an answer: it is heard in the library, and says nothing on the map", async () => {
  const one = await asked("colleague");
  expect((await speak(one, voice, { points: [] })).status).toBe(204);
  const [contact] = await contactsOf(one.journeyId);
  const found = await server.ask("GET", `/api/v1/contacts/${contact?.id ?? ""}`, { token: owner });
  expect(found.body).toMatchObject({ text: "", recording: { form: "opus", peaks: [10, 100] } });
});

const minutes = (count: number): Uint8Array =>
  writeWav({ coding: 1, channels: 1, rate: 8_000, bits: 8, data: new Uint8Array(count * 60 * 8_000) });

test.each([
  ["nobody agreed to its sound", voice, { soundConsentVersion: "0" }, 422, "participant.soundConsent"],
  ["it is no sound", Buffer.from("<script>"), {}, 415, "recording.form"],
  ["it is longer than five minutes", minutes(6), {}, 422, "participant.long"],
  ["it is larger than twelve megabytes", new Uint8Array(MOST_SPOKEN.bytes + 1), {}, 413, "file.tooLarge"],
  ["its link is wrong", voice, { secret: "nothing" }, 404, "link.unknown"],
  ["what is told of it cannot be read", voice, { points: "none" }, 422, "request.invalid"],
])(
  "a voice is refused with a sentence when %s, and nothing of it is kept",
  async (_, bytes, more, status, code) => {
    const one = await asked();
    const before = soundsOnDisk().length;
    expect(await speak(one, bytes, more)).toEqual({ status, code });
    expect(soundsOnDisk()).toHaveLength(before);
    expect(await contactsOf(one.journeyId)).toEqual([]);
    expect(readdirSync(server.services.imports.folder)).toEqual([]);
  },
);

test("erasing the source takes every word of it", async () => {
  const one = await asked();
  await send(one);
  const [link] = await linksOf(one.journeyId);
  const gone = await server.ask("DELETE", `/api/v1/sources/${link?.sourceId ?? ""}`, { token: owner });
  expect(gone.status).toBeLessThan(300);
  expect(await quotesOf(link?.sourceId ?? "")).toEqual([]);
  expect((await send(one, { answerId: "late" })).status).toBe(410);
});

test.each([
  ["another text of consent", { consentVersion: "0" }, 422, "participant.consent"],
  ["nothing at all", { points: [] }, 422, "participant.nothing"],
  ["a moment that is not there", { points: [{ touchpointId: "nowhere", v: 1 }] }, 422, "participant.nothing"],
  ["a valence beyond the scale", { points: [{ touchpointId: "x", v: 9 }] }, 422, "request.invalid"],
  ["a wrong secret", { secret: "nothing" }, 404, "link.unknown"],
  ["ten thousand letters", { said: "x".repeat(10_000) }, 422, "request.invalid"],
])("%s is refused with a sentence", async (_, more, status, code) => {
  const answer = await send(await asked(), more);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test("a withdrawn link takes nothing more, and only an owner makes one", async () => {
  const one = await asked();
  const path = `/api/v1/journeys/${one.journeyId}/participant-links`;
  expect((await server.ask("DELETE", `${path}/${one.linkId}`, { token: owner })).status).toBe(204);
  expect((await send(one)).body.code).toBe("link.revoked");
  const editor = await server.token("editor", one.journeyId);
  const made = await server.ask("POST", path, { token: editor, body: { asks: "customer", title: "x" } });
  expect(made.status).toBe(403);
});
