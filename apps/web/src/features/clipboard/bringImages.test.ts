import { afterEach, expect, test, vi } from "vitest";
import { bringImages } from "./bringImages.ts";

const image = (key: string, imageId: string) => ({ key, kind: "image", imageId }) as const;
const note = { key: "n", kind: "note", text: "beside" } as const;

/** A server on which the journey "there" has the image "a", and that keeps what it is given under a new id. */
function serve(takes: boolean) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? "GET"} ${path}`);
    if (init?.method === "POST")
      return takes ? Response.json({ id: "kept" }, { status: 201 }) : Response.json({}, { status: 409 });
    return path.endsWith("/a") ? new Response("bytes") : new Response(null, { status: 404 });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test("images of another journey bring their picture along, each once, and everything else is as it was copied", async () => {
  const asked = serve(true);
  const brought = await bringImages([image("1", "a"), note, image("2", "a")], "there", "here");
  expect(brought).toEqual({ shapes: [image("1", "kept"), note, image("2", "kept")], left: 0 });
  expect(asked).toEqual(["GET /api/v1/journeys/there/images/a", "POST /api/v1/journeys/here/images"]);
});

test("an image that cannot be had, or is not taken, keeps its frame and is counted", async () => {
  serve(true);
  expect(await bringImages([image("1", "gone"), note], "there", "here")).toEqual({
    shapes: [image("1", "gone"), note],
    left: 1,
  });
  serve(false);
  expect((await bringImages([image("1", "a")], "there", "here")).left).toBe(1);
});

test("within one journey nothing is fetched", async () => {
  const asked = serve(true);
  expect((await bringImages([image("1", "a")], "here", "here")).shapes).toEqual([image("1", "a")]);
  expect(asked).toEqual([]);
});
