import { randomBytes } from "node:crypto";
import { barePicture } from "@polku/evidence/picture";
import type { JourneyView } from "@polku/journey";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import { makeTurns } from "../inTurn.ts";
import type { AppDatabase } from "../storage/tables.ts";

const megabyte = 1024 * 1024;
/** The largest image. The web app makes larger ones smaller before it sends them. */
export const largestImage = 2 * megabyte;
/** All images that are seen in a journey, together: so many still go into its file, which can be imported again. */
const mostOfJourney = 10 * megabyte;

export type KeptImage = { readonly id: string; readonly type: string; readonly bytes: Uint8Array };

/**
 * The images on the free canvases. One that a shape no longer shows stays with its journey, for undo, the trash and older versions may
 * bring the shape back; it counts towards no limit meanwhile.
 */
export type JourneyImages = {
  /** Keeps an image, without where and by what it was taken, and tells its id. @throws image.notOne, image.tooLarge, image.full */
  keep(journeyId: string, bytes: Uint8Array, shown: readonly string[], by: string): Promise<string>;
  /** @throws image.unknown */
  find(journeyId: string, id: string): Promise<KeptImage>;
  /** Those of some images that are kept. */
  all(journeyId: string, ids: readonly string[]): Promise<KeptImage[]>;
  /** Keeps the images that came in a journey's file, under their own ids; what is no image, or too much, is left out. */
  takeIn(journeyId: string, images: unknown, by: string): Promise<void>;
};

/** The ids of the images that a journey shows. */
export function imagesShown(view: JourneyView): string[] {
  return [...view.shapes.values()].flatMap(({ imageId }) => (imageId === null ? [] : [imageId]));
}

const idShape = /^[A-Za-z0-9_-]{1,64}$/;

function fromFile(one: unknown): { id: string; bytes: Uint8Array } | null {
  const { id, base64 } = (typeof one === "object" && one !== null ? one : {}) as Record<string, unknown>;
  if (typeof id !== "string" || !idShape.test(id) || typeof base64 !== "string") return null;
  return { id, bytes: Buffer.from(base64, "base64") };
}

export function openJourneyImages({ db, clock }: { db: AppDatabase; clock: Clock }): JourneyImages {
  const inTurn = makeTurns();

  const insert = (journeyId: string, id: string, type: string, bytes: Uint8Array, by: string) =>
    db
      .insertInto("journeyImage")
      .values({ journeyId, id, type, bytes, size: bytes.length, createdBy: by, createdAt: clock.now() })
      .onConflict((conflict) => conflict.columns(["journeyId", "id"]).doNothing())
      .execute();

  const sizeOf = async (journeyId: string, ids: readonly string[]): Promise<number> => {
    if (ids.length === 0) return 0;
    const rows = await db
      .selectFrom("journeyImage")
      .select(["id", "size"])
      .where("journeyId", "=", journeyId)
      .execute();
    const shown = new Set(ids);
    return rows.reduce((sum, { id, size }) => (shown.has(id) ? sum + size : sum), 0);
  };

  return {
    keep: (journeyId, bytes, shown, by) =>
      inTurn(journeyId, async () => {
        if (bytes.length > largestImage)
          throw new Problem("image.tooLarge", { limit: String(largestImage / megabyte) });
        const bare = barePicture(bytes);
        if (bare === null) throw new Problem("image.notOne");
        if ((await sizeOf(journeyId, shown)) + bare.bytes.length > mostOfJourney)
          throw new Problem("image.full", { limit: String(mostOfJourney / megabyte) });
        const id = randomBytes(12).toString("base64url");
        await insert(journeyId, id, bare.type, bare.bytes, by);
        return id;
      }),
    find: async (journeyId, id) => {
      const row = await db
        .selectFrom("journeyImage")
        .select(["id", "type", "bytes"])
        .where("journeyId", "=", journeyId)
        .where("id", "=", id)
        .executeTakeFirst();
      if (row === undefined) throw new Problem("image.unknown");
      return row;
    },
    all: async (journeyId, ids) => {
      const wanted = new Set(ids);
      if (wanted.size === 0) return [];
      const rows = await db
        .selectFrom("journeyImage")
        .select(["id", "type", "bytes"])
        .where("journeyId", "=", journeyId)
        .execute();
      return rows.filter(({ id }) => wanted.has(id));
    },
    takeIn: async (journeyId, images, by) => {
      let room = mostOfJourney;
      for (const one of Array.isArray(images) ? images.slice(0, 1_000) : []) {
        const image = fromFile(one);
        if (image === null || image.bytes.length > Math.min(room, largestImage)) continue;
        const bare = barePicture(image.bytes);
        if (bare === null) continue;
        room -= bare.bytes.length;
        await insert(journeyId, image.id, bare.type, bare.bytes, by);
      }
    },
  };
}
