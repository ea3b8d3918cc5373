import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSound, secondsOf } from "@polku/evidence/sound";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { filesIn } from "../testing/filesIn.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const call = readFileSync(new URL("../demo/sounds/call-b.sample.opus", import.meta.url));
const transcript = `WEBVTT

00:00:02.000 --> 00:00:06.000
<v Minna>Miten voin auttaa?

00:00:09.000 --> 00:00:19.000
<v Sari>Tää on nyt viides päivä eikä kukaan soittanut.
`;

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("owner");
});
afterAll(() => server.stop());

type Recording = { id: string; seconds: number; form: string; peaks: number[]; silenced: unknown[] };

let count = 0;
/** A transcript in the library, with times. */
async function contact(): Promise<string> {
  count += 1;
  const meta = {
    kind: "call_recording",
    title: `Puhelu ${count}`,
    speakers: { Minna: "agent", Sari: "customer" },
  };
  const bytes = `${transcript}\n00:01:0${count}.000 --> 00:01:30.000\n<v Sari>Numero ${count}.\n`;
  const { sourceId } = await importedFile(server, token, { bytes, name: `puhelu-${count}.vtt`, meta });
  const [found] = await foundContacts(server, token, { source: String(sourceId) });
  if (found === undefined) throw new Error("nothing was imported");
  return found.id;
}

async function send(contactId: string, bytes: Uint8Array, peaks = "[]", as = token) {
  const form = new FormData();
  form.append("peaks", peaks);
  form.append("file", new Blob([new Uint8Array(bytes)]), "call.opus");
  const response = await fetch(`${server.url}/api/v1/contacts/${contactId}/recording`, {
    method: "POST",
    headers: { authorization: `Bearer ${as}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Recording & { code: string } };
}

async function bytesOf(where: string, as = token, range?: string) {
  const response = await fetch(server.url + where, {
    headers: { authorization: `Bearer ${as}`, ...(range === undefined ? {} : { range }) },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

async function quoteOf(contactId: string, more: Record<string, unknown> = {}) {
  const body = { contactId, text: "eikä kukaan soittanut", ...more };
  return (await server.ask("POST", "/api/v1/quotes", { token, body })).body as {
    id: string;
    clip: { from: number; to: number; captions: { text: string }[] } | null;
  };
}

/** Puts a quote on a touchpoint of its own. */
async function pin(journeyId: string, quoteId: string): Promise<void> {
  const run = async (name: string, args: Record<string, unknown>) => {
    const body = [{ id: `${name}-${quoteId}`, name, args }];
    const done = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, { token, body });
    return (done.body.results as { value: { id: string } }[])[0]?.value.id ?? "";
  };
  const stageId = await run("addStage", { title: "A" });
  const touchpointId = await run("addTouchpoint", { stageId });
  await run("pinQuote", { quoteId, touchpointId });
}

const mediaFiles = (): string[] => readdirSync(path.join(server.folder, "media")).toSorted();

describe("a recording", () => {
  test("is kept with its contact, heard whole or in ranges, and encrypted on disk", async () => {
    const id = await contact();
    const { status, body } = await send(id, call, "[0,50,100,7]");
    expect({ status, form: body.form, peaks: body.peaks }).toEqual({
      status: 201,
      form: "opus",
      peaks: [0, 50, 100, 7],
    });
    expect(body.seconds).toBeCloseTo(149, 1);
    const whole = await bytesOf(`/api/v1/recordings/${body.id}`);
    expect(whole.headers.get("content-type")).toBe("audio/ogg; codecs=opus");
    expect(whole.headers.get("accept-ranges")).toBe("bytes");
    const part = await bytesOf(`/api/v1/recordings/${body.id}`, token, "bytes=65530-65545");
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 65530-65545/${whole.bytes.length}`);
    expect([...part.bytes]).toEqual([...whole.bytes.subarray(65_530, 65_546)]);
    expect((await bytesOf(`/api/v1/recordings/${body.id}`, token, "bytes=99999999-")).status).toBe(416);
    for (const name of mediaFiles())
      expect(readFileSync(path.join(server.folder, "media", name)).includes("OpusHead")).toBe(false);
    const seen = await server.ask("GET", `/api/v1/contacts/${id}`, { token });
    expect(seen.body.recording).toMatchObject({ id: body.id, silenced: [] });
    expect((await send(id, call)).body.code).toBe("recording.there");
  });

  test.each([
    ["a playlist", "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1/x\n"],
    ["a picture", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["an mp3", "ID3\x04\0\0\0\0\0\0"],
  ])("is refused when it is %s", async (_, words) => {
    const answer = await send(await contact(), new TextEncoder().encode(words));
    expect([answer.status, answer.body.code]).toEqual([415, "recording.form"]);
  });

  test("without a transcript becomes a contact that is only heard, once", async () => {
    const sendAlone = async (bytes: Uint8Array, title: string) => {
      const form = new FormData();
      form.append("meta", JSON.stringify({ kind: "interview", title, collectedTo: "2026-03-04" }));
      form.append("file", new Blob([new Uint8Array(bytes)]), "haastattelu.opus");
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${server.url}/api/v1/recordings`, { method: "POST", headers, body: form });
      const body = (await answer.json()) as { id: string; importId: string; code: string };
      return { status: answer.status, body };
    };
    const { status, body } = await sendAlone(call, "Haastattelu");
    expect(status).toBe(201);
    const [heard] = await foundContacts(server, token, { source: body.id });
    expect(heard).toMatchObject({ text: "", at: "2026-03-04T00:00:00.000Z" });
    const seen = await server.ask("GET", `/api/v1/contacts/${heard?.id}`, { token });
    expect(seen.body.recording).toMatchObject({ form: "opus", contactId: heard?.id });
    const again = await sendAlone(call, "Haastattelu");
    const told = await server.ask("GET", `/api/v1/imports/${again.body.importId}`, { token });
    expect(told.body).toMatchObject({ state: "done", kept: 0, duplicates: 1 });
    const before = (await server.ask("GET", "/api/v1/sources", { token })).body.items as unknown[];
    expect((await sendAlone(new TextEncoder().encode("#EXTM3U"), "Lista")).body.code).toBe("recording.form");
    const after = (await server.ask("GET", "/api/v1/sources", { token })).body.items as unknown[];
    expect(after.length).toBe(before.length);
  });

  test("is silenced for good: the older file and its key are gone, and what is heard holds nothing there", async () => {
    const id = await contact();
    const before = mediaFiles();
    const { body } = await send(id, call, JSON.stringify(Array.from({ length: 149 }, () => 9)));
    const [old] = mediaFiles().filter((name) => !before.includes(name));
    const answer = await server.ask("POST", `/api/v1/recordings/${body.id}/silence`, {
      token,
      body: { stretches: [{ from: 10, to: 12.5 }] },
    });
    const changed = answer.body as Recording;
    expect(changed.silenced).toEqual([{ from: 10, to: 12.5 }]);
    expect(changed.peaks.slice(9, 14)).toEqual([9, 0, 0, 0, 9]);
    expect(mediaFiles()).not.toContain(old);
    expect(server.services.privacy.keys.find(old ?? "")).toBeUndefined();
    const { bytes } = await bytesOf(`/api/v1/recordings/${body.id}`);
    const sound = readSound(bytes);
    const packets = sound?.form === "opus" ? sound.opus.packets : [];
    expect(packets.slice(502, 622).every((packet) => packet.length === 3)).toBe(true);
    expect(sound && secondsOf(sound)).toBeCloseTo(body.seconds, 3);
  });

  test("goes with its contact, its source and the identities of its source", async () => {
    const before = mediaFiles();
    const [first, second, third] = [await contact(), await contact(), await contact()];
    for (const id of [first, second, third]) await send(id, call);
    expect(mediaFiles().length).toBe(before.length + 3);
    await server.ask("DELETE", `/api/v1/contacts/${first}`, { token });
    expect(mediaFiles().length).toBe(before.length + 2);
    const sourceOf = async (id: string) =>
      String((await server.ask("GET", `/api/v1/contacts/${id}`, { token })).body.sourceId);
    const [gone, nameless] = [await sourceOf(second), await sourceOf(third)];
    await server.ask("DELETE", `/api/v1/sources/${gone}`, { token });
    expect(mediaFiles().length).toBe(before.length + 1);
    await server.services.evidence.forgetIdentity(nameless);
    await server.services.privacy.sweep({ anyway: true });
    expect(mediaFiles()).toEqual(before);
    expect((await server.ask("GET", `/api/v1/contacts/${third}`, { token })).body.recording).toBeNull();
  });
});

describe("a clip", () => {
  test("is the stretch in which the transcript has the words, or the one a person sets", async () => {
    const id = await contact();
    expect((await quoteOf(id)).clip).toBeNull();
    await send(id, call);
    const { clip } = await quoteOf(id);
    expect(clip?.captions).toMatchObject([{ text: "eikä kukaan soittanut" }]);
    expect([clip?.from, clip?.to].map((at) => Math.round(at ?? 0))).toEqual([14, 19]);
    expect((await quoteOf(id, { clip: { from: 3, to: 4.5 } })).clip).toMatchObject({ from: 3, to: 4.5 });
    const heard = await server.ask("POST", "/api/v1/quotes", {
      token,
      body: { contactId: id, clip: { from: 1, to: 2 } },
    });
    expect(heard.body).toMatchObject({ text: "", clip: { from: 1, to: 2, captions: [] } });
    const outside = await server.ask("POST", "/api/v1/quotes", {
      token,
      body: { contactId: id, clip: { from: 500, to: 502 } },
    });
    expect([outside.status, outside.body.code]).toEqual([422, "recording.place"]);
  });

  test("is heard by a guest of the map it is pinned on, and nothing else of the recording is", async () => {
    const id = await contact();
    const { body: recording } = await send(id, call);
    const pinned = await quoteOf(id, { clip: { from: 20, to: 22 } });
    const elsewhere = await quoteOf(id, { clip: { from: 30, to: 32 } });
    const journeyId = await server.journey();
    await pin(journeyId, pinned.id);
    const guest = await server.token("viewer", journeyId);
    expect((await bytesOf(`/api/v1/recordings/${recording.id}`, guest)).status).toBe(403);
    expect((await bytesOf(`/api/v1/quotes/${elsewhere.id}/sound`, guest)).status).toBe(404);
    const clip = await bytesOf(`/api/v1/quotes/${pinned.id}/sound`, guest);
    const sound = readSound(clip.bytes);
    expect(sound && secondsOf(sound)).toBeCloseTo(2.02, 5);
    const whole = readSound((await bytesOf(`/api/v1/recordings/${recording.id}`)).bytes);
    const packets = whole?.form === "opus" ? whole.opus.packets : [];
    expect(sound?.form === "opus" && sound.opus.packets).toEqual(packets.slice(1000, 1101));
    const told = await server.ask("GET", `/api/v1/quotes?ids=${pinned.id}`, { token: guest });
    expect(told.body.items).toMatchObject([{ clip: { from: 20, to: 22 } }]);
  });
});

describe("what a person is sent of themselves", () => {
  test("holds their recordings as files, without what was silenced; the log names each", async () => {
    const id = await contact();
    const recording = (await send(id, call)).body;
    const key = "person-of-the-recording";
    await server.services.db
      .updateTable("contact")
      .set({ respondentKey: key })
      .where("id", "=", id)
      .execute();
    await server.ask("POST", `/api/v1/recordings/${recording.id}/silence`, {
      token,
      body: { stretches: [{ from: 10, to: 12.5 }] },
    });
    const ask = (as: string) =>
      fetch(`${server.url}/api/v1/people/archive`, {
        method: "POST",
        headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
        body: JSON.stringify({ person: key }),
      });
    const answer = await ask(token);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"]);
    const files = filesIn(Buffer.from(await answer.arrayBuffer()));
    const name = `sound/${recording.id}.ogg`;
    expect([...files.keys()]).toEqual(["person.json", name]);
    const told = JSON.parse(files.get("person.json")?.toString() ?? "") as {
      contacts: { id: string; recording: Recording }[];
    };
    expect(told.contacts).toMatchObject([
      { id, recording: { id: recording.id, silenced: [{ from: 10, to: 12.5 }] } },
    ]);
    const heard = await bytesOf(`/api/v1/recordings/${recording.id}`);
    expect(files.get(name)?.equals(heard.bytes)).toBe(true);
    expect(files.get(name)?.equals(call)).toBe(false);
    expect((await ask(await server.token("editor"))).status).toBe(403);
    const log = (await server.ask("GET", "/api/v1/access-log", { token })).body.items as {
      deed: string;
      what: string;
      thing: string;
    }[];
    expect(log.filter(({ deed }) => deed === "exported").map(({ what, thing }) => [what, thing])).toEqual([
      ["recording", recording.id],
      ["person", key],
    ]);
  });
});
