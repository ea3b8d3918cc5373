import { readFile } from "node:fs/promises";
import { barePicture } from "@polku/evidence/picture";
import type { pictureMeta } from "@polku/protocol/http";
import type { z } from "zod";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import { largestImage } from "../images/journeyImages.ts";
import { prepareContact, respondentSecret } from "../imports/prepareContact.ts";
import type { TakenFile } from "../imports/takeFile.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import { addPicture } from "../storage/sql/sqlPictures.ts";
import { importAlone } from "./importAlone.ts";

type Needed = Pick<Services, "db" | "evidence" | "clock" | "privacy" | "rooms" | "secret">;
type Meta = z.output<typeof pictureMeta>;

/** More is no picture that somebody looks at: it is meant to fill the memory of whoever opens it. */
const mostPixels = 40_000_000;

/**
 * Takes a picture in: a contact whose words are what a person wrote of it, masked like any words, of the person whose picture it is. What stands beside the picture in its file
 * (where it was taken, by which camera) is not kept. The same picture twice adds nothing. Throws `image.notOne` or `image.tooLarge`, and
 * keeps nothing then.
 */
export async function importPicture(
  services: Needed,
  actor: Actor,
  taken: TakenFile,
  { caption, person, ...meta }: Meta,
): Promise<{ id: string; importId: string }> {
  const { db, clock, privacy, secret } = services;
  const bare = barePicture(await readFile(taken.file));
  if (bare === null) throw new Problem("image.notOne");
  if (bare.bytes.length > largestImage || bare.width * bare.height > mostPixels)
    throw new Problem("image.tooLarge", { limit: String(largestImage / 1024 / 1024) });
  return importAlone(services, actor, {
    taken,
    meta,
    contactOf: ({ collectedTo, collectedFrom }) => {
      const told = {
        row: 1,
        text: caption,
        occurredAt: null,
        timed: false,
        themes: [],
        ...(person !== undefined && { person }),
      };
      const { row: _row, ...contact } = prepareContact(told, {
        hash: taken.hash,
        mask: meta.mask,
        secret: respondentSecret(secret),
        heldAt: collectedTo ?? collectedFrom,
        language: meta.language ?? null,
      });
      return contact;
    },
    keep: async (contact) => {
      const file = await privacy.media.write("picture", bare.bytes);
      try {
        const { type, width, height, bytes } = bare;
        await addPicture(db, {
          id: makeId(),
          contactId: contact.id,
          sourceId: contact.sourceId,
          file,
          type,
          bytes: bytes.length,
          width,
          height,
          createdBy: actor.id,
          createdAt: clock.now(),
        });
      } finally {
        privacy.media.settled(file);
      }
    },
  });
}
