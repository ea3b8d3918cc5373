import { bareGif } from "./gif.ts";
import { bareJpeg } from "./jpeg.ts";
import { pictureType, type PictureType } from "./pictureType.ts";
import { barePng } from "./png.ts";
import { bareWebp } from "./webp.ts";

/** Parts of a file that make its picture, and its size in px. */
export type BareParts = {
  readonly parts: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
};

export type BarePicture = {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

const readers: Readonly<Record<PictureType, (bytes: Uint8Array) => BareParts | null>> = {
  "image/png": barePng,
  "image/jpeg": bareJpeg,
  "image/gif": bareGif,
  "image/webp": bareWebp,
};

/**
 * A picture without what stands beside it in its file: where and when it was taken and by which camera (EXIF, XMP, IPTC), comments, previews,
 * colour profiles, and whatever follows its end. Nothing is decoded. Null when it is no PNG, JPEG, GIF or WebP, or is cut short.
 */
export function barePicture(bytes: Uint8Array): BarePicture | null {
  const type = pictureType(bytes);
  const read = type === null ? null : readers[type](bytes);
  if (type === null || read === null || read.width === 0 || read.height === 0) return null;
  return { type, bytes: joined(read.parts), width: read.width, height: read.height };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
