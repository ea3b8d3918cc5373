import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import type { Erasable } from "../storage/tombstone.ts";
import { erase } from "./erase.ts";

let server: TestServer;
let owner: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

type Said = { sourceId: string; contactIds: string[]; quoteIds: string[]; personId: string };

/** A source in which one person said two things; each holds a quote. */
async function said(title: string): Promise<Said> {
  const done = await importedFile(server, owner, {
    bytes: `Palaute;Sähköposti\nEnsimmäinen sana;${title}@esimerkki.fi\nToinen sana;${title}@esimerkki.fi\n`,
    name: `${title}.csv`,
    meta: { kind: "survey_open", title, mapping: { words: ["Palaute"], person: "Sähköposti" } },
  });
  const sourceId = String(done.sourceId);
  const page = await server.ask("GET", `/api/v1/contacts?source=${sourceId}`, { token: owner });
  const contacts = page.body.items as { id: string; respondent: string }[];
  const quoteIds: string[] = [];
  for (const { id } of contacts) {
    // oxlint-disable-next-line no-await-in-loop -- Two of them, in the order of their contacts.
    const made = await server.ask("POST", "/api/v1/quotes", {
      token: owner,
      body: { contactId: id, text: "sana" },
    });
    quoteIds.push(String(made.body.id));
  }
  const found = await server.services.evidence.findContact(contacts[0]?.id ?? "");
  return {
    sourceId,
    contactIds: contacts.map(({ id }) => id),
    quoteIds,
    personId: found?.respondentKey ?? "",
  };
}

/** Erases one thing, and tells everything that was set going by it, in order. */
async function deedsOf(thing: Erasable): Promise<unknown[]> {
  const { imports, privacy, rooms } = server.services;
  const deeds: unknown[] = [];
  const spies = [
    vi.spyOn(imports, "cancelSource").mockImplementation((id) => {
      deeds.push(["cancel", id]);
      return Promise.resolve();
    }),
    vi
      .spyOn(privacy.tombstones, "add")
      .mockImplementation((stones) => void deeds.push(["tombstones", stones])),
    vi.spyOn(privacy.keys, "destroy").mockImplementation((id) => void deeds.push(["key", id])),
    vi.spyOn(rooms, "broadcast").mockImplementation((to, message) => void deeds.push([to, message])),
    vi.spyOn(privacy, "sweep").mockImplementation(() => {
      deeds.push(["sweep"]);
      return Promise.resolve();
    }),
  ];
  try {
    const gone = await erase(server.services, "ana", thing, "consent");
    const [row] = await privacy.accessLog.page({ limit: 1 });
    const { who, deed, what, thing: logged, count } = row ?? {};
    return [...deeds, { gone, log: { who, deed, what, thing: logged, count } }];
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const stone = (thing: Erasable) => [
  "tombstones",
  [{ ...thing, by: "ana", reason: "consent", erasedAt: expect.any(Number) as number }],
];

describe("what erasing sets going, and nothing else", () => {
  test("a source: its import stops, its key is destroyed, every window is told, the log says it, its bytes are swept out", async () => {
    const { sourceId, quoteIds } = await said("lähde");
    const thing = { what: "source", id: sourceId } as const;
    const quotes = expect.arrayContaining(quoteIds) as string[];
    expect(await deedsOf(thing)).toEqual([
      ["cancel", sourceId],
      stone(thing),
      ["key", sourceId],
      ["all", { t: "evidence", ids: quotes, gone: true }],
      ["sweep"],
      {
        gone: { contacts: 2, quoteIds: quotes },
        log: { who: "ana", deed: "erased", what: "source", thing: sourceId, count: 2 },
      },
    ]);
  });

  test("a contact: the source's key and its import stay", async () => {
    const { contactIds, quoteIds } = await said("yhteys");
    const thing = { what: "contact", id: contactIds[0] ?? "" } as const;
    expect(await deedsOf(thing)).toEqual([
      stone(thing),
      ["all", { t: "evidence", ids: [quoteIds[0]], gone: true }],
      ["sweep"],
      {
        gone: { contacts: 1, quoteIds: [quoteIds[0]] },
        log: { who: "ana", deed: "erased", what: "contact", thing: thing.id, count: 1 },
      },
    ]);
  });

  test("a person: everything they said, in one deed", async () => {
    const { personId, quoteIds } = await said("henkilö");
    const thing = { what: "person", id: personId } as const;
    const quotes = expect.arrayContaining(quoteIds) as string[];
    expect(await deedsOf(thing)).toEqual([
      stone(thing),
      ["all", { t: "evidence", ids: quotes, gone: true }],
      ["sweep"],
      {
        gone: { contacts: 2, quoteIds: quotes },
        log: { who: "ana", deed: "erased", what: "person", thing: personId, count: 2 },
      },
    ]);
  });

  test("a quote: maps are told of that quote, the contact's words stay, and nothing is swept", async () => {
    const { quoteIds } = await said("lainaus");
    const thing = { what: "quote", id: quoteIds[0] ?? "" } as const;
    expect(await deedsOf(thing)).toEqual([
      stone(thing),
      ["all", { t: "evidence", ids: [thing.id] }],
      {
        gone: { contacts: 0, quoteIds: [thing.id] },
        log: { who: "ana", deed: "erased", what: "quote", thing: thing.id, count: 1 },
      },
    ]);
  });

  test.each(["source", "contact", "person", "quote"] as const)(
    "what is not there sets nothing going: %s",
    async (what) => {
      const added = vi.spyOn(server.services.privacy.tombstones, "add");
      await expect(erase(server.services, "ana", { what, id: "no-such" }, "other")).rejects.toMatchObject({
        code: `${what}.unknown`,
      });
      expect(added).not.toHaveBeenCalled();
      added.mockRestore();
    },
  );
});
