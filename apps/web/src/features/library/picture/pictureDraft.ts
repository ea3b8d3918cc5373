import { pictureType } from "@polku/evidence/picture";
import { readImage, type NoImage, type ReadImage } from "../../../ui/readImage.ts";
import type { Draft } from "../import/draft.ts";
import { soundDraft } from "../sound/soundDraft.ts";

/** A picture on its way in, and what a person has written of it so far. */
export type PictureDraft = {
  readonly image: ReadImage;
  readonly caption: string;
  /** Whose it is, by what they are known; empty when nobody is. */
  readonly person: string;
};

/** Why a picture cannot be taken in. */
export class NoPicture extends Error {
  readonly why: NoImage;
  constructor(why: NoImage) {
    super(why);
    this.name = "NoPicture";
    this.why = why;
  }
}

/**
 * A file painted anew, without what a camera writes beside a picture; null when its first bytes are no picture. Throws NoPicture when they
 * are and it cannot be shown.
 */
export async function pictureIn(file: Blob): Promise<ReadImage | null> {
  const type = pictureType(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (type === null) return null;
  // By its bytes, whatever its name says.
  const image = await readImage(new Blob([file], { type }));
  if (typeof image === "string") throw new NoPicture(image);
  return image;
}

/** What is taken for granted of a picture: somebody has seen it. */
export function pictureFacts(fileName: string): Draft {
  const draft = soundDraft(fileName);
  return { ...draft, facts: { ...draft.facts, kind: "field_observation" } };
}
