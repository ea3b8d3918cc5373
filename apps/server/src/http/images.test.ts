import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

/** The smallest images there are, 1 × 1 px. */
const IMAGES = {
  "image/png":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "image/gif": "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
  "image/webp": "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=",
} as const;
const bytesOf = (type: keyof typeof IMAGES) => new Uint8Array(Buffer.from(IMAGES[type], "base64"));

let server: TestServer;
let owner: string;
let journey: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  journey = await server.journey("Beside the map");
});
afterAll(() => server.stop());

const add = (bytes: Uint8Array<ArrayBuffer> | string, token = owner, name = "a.png") =>
  sendFile(server, token, { bytes, name, path: `/api/v1/journeys/${journey}/images` });

async function shown(type: keyof typeof IMAGES): Promise<string> {
  const id = String((await add(bytesOf(type))).body.id);
  const args = { kind: "image", at: { x: 0, y: 0 }, imageId: id };
  const run = await server.ask("POST", `/api/v1/journeys/${journey}/commands`, {
    token: owner,
    body: { id: `show ${id}`, name: "addShape", args },
  });
  expect(run.status).toBe(200);
  return id;
}

describe("an image on the free canvas", () => {
  test.each(Object.keys(IMAGES) as (keyof typeof IMAGES)[])(
    "%s comes back as it was, as what it is",
    async (type) => {
      const { status, body } = await add(bytesOf(type), owner, "holiday.svg");
      expect(status).toBe(201);
      const answer = await fetch(`${server.url}/api/v1/journeys/${journey}/images/${String(body.id)}`, {
        headers: { authorization: `Bearer ${owner}` },
      });
      expect(answer.headers.get("content-type")).toBe(type);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytesOf(type));
    },
  );

  test("what stands in its file beside the image is not kept", async () => {
    const withMore = new Uint8Array([
      ...bytesOf("image/png"),
      ...new TextEncoder().encode("60.17 N, 24.94 E"),
    ]);
    const added = await add(withMore);
    expect(added.status).toBe(201);
    const given = await fetch(`${server.url}/api/v1/journeys/${journey}/images/${String(added.body.id)}`, {
      headers: { authorization: `Bearer ${owner}` },
    });
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(bytesOf("image/png"));
  });

  test("what is no image, whatever it is called, and what is too large get a sentence", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const bytes of [svg, "words", new Uint8Array(0)])
      expect((await add(bytes)).body.code).toMatch(/^image\.notOne$|^file\.empty$/);
    const large = new Uint8Array(2 * 1024 * 1024 + 1);
    large.set(bytesOf("image/png"));
    const refused = await add(large);
    expect([refused.status, refused.body.code]).toEqual([413, "image.tooLarge"]);
  });

  test("who may look sees it and may not add one, and a stranger learns nothing", async () => {
    const id = await shown("image/png");
    const viewer = await server.token("viewer", journey);
    expect((await add(bytesOf("image/png"), viewer)).status).toBe(403);
    const path = `/api/v1/journeys/${journey}/images/${id}`;
    expect((await server.ask("GET", path, { token: viewer })).status).toBe(200);
    const stranger = await server.token("owner", await server.journey("Elsewhere"));
    expect((await server.ask("GET", path, { token: stranger })).body.code).toBe("journey.unknown");
  });

  test("is in the pictures, and goes with the journey's file into another journey", async () => {
    const ids = await Promise.all([shown("image/gif"), shown("image/webp")]);
    const path = `/api/v1/journeys/${journey}/export`;
    const svg = await server.ask("GET", `${path}?format=svg`, { token: owner });
    expect(svg.text).toContain(`href="data:image/gif;base64,${IMAGES["image/gif"]}"`);
    expect((await server.ask("GET", `${path}?format=png`, { token: owner })).status).toBe(200);
    for (const format of ["json", "polku"]) {
      // oxlint-disable-next-line no-await-in-loop -- Two of them.
      const file = await fetch(`${server.url}${path}?format=${format}`, {
        headers: { authorization: `Bearer ${owner}` },
      });
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const bytes = new Uint8Array(await file.arrayBuffer());
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const made = await sendFile(server, owner, { bytes, name: "x", path: "/api/v1/journeys/import" });
      expect(made.status).toBe(201);
      for (const id of ids) {
        const copy = `/api/v1/journeys/${String(made.body.id)}/images/${id}`;
        // oxlint-disable-next-line no-await-in-loop -- As above.
        expect((await server.ask("GET", copy, { token: owner })).status).toBe(200);
      }
    }
  });

  test("a file that names nonsense for images is taken without them", async () => {
    const file = await server.ask("GET", `/api/v1/journeys/${journey}/export`, { token: owner });
    const images = [7, null, { id: "../x", base64: IMAGES["image/png"] }, { id: "ok", base64: "PHN2Zz4=" }];
    const made = await sendFile(server, owner, {
      bytes: JSON.stringify({ ...(JSON.parse(file.text) as object), images }),
      name: "journey.json",
      path: "/api/v1/journeys/import",
    });
    expect(made.status).toBe(201);
    const copy = `/api/v1/journeys/${String(made.body.id)}/images/ok`;
    expect((await server.ask("GET", copy, { token: owner })).body.code).toBe("image.unknown");
  });
});
