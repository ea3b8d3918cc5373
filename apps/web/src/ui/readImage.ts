/** An image as it is sent: small enough to be kept, and how large it is (px). */
export type ReadImage = { readonly blob: Blob; readonly width: number; readonly height: number };

/** Why a file cannot be an image here. */
export type NoImage = "notOne" | "tooLarge";

/** Largest file that is looked at at all: more would take the browser's memory. */
export const LARGEST_FILE = 50 * 1024 * 1024;
/** Largest image that the server keeps. */
const LARGEST = 2 * 1024 * 1024;
/** px of the longer side; more is not seen on a map. */
const SIDE = 2_000;

/** How much smaller an image is made so that its longer side is no longer than it may be. */
export function scaleOf(width: number, height: number): number {
  return Math.min(1, SIDE / Math.max(1, width, height));
}

async function encoded(image: ImageBitmap, scale: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const paint = canvas.getContext("2d");
  if (!paint) return null;
  if (type === "image/jpeg") {
    paint.fillStyle = "#fff";
    paint.fillRect(0, 0, canvas.width, canvas.height);
  }
  paint.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.86));
}

/** Tries kinds and sizes until one is small enough to be kept. */
async function smallEnough(image: ImageBitmap, types: readonly string[]): Promise<Blob | null> {
  for (let scale = scaleOf(image.width, image.height); scale > 0.05; scale *= 0.7)
    for (const type of types) {
      const blob = await encoded(image, scale, type);
      if (blob && blob.size <= LARGEST) return blob;
    }
  return null;
}

/**
 * Reads a file as an image. It is painted anew, smaller when it is large: what a camera writes beside a picture (where it was taken) stays
 * behind. A small PNG or GIF goes as it is. SVG is never taken: it can hold programs.
 */
export async function readImage(file: Blob): Promise<ReadImage | NoImage> {
  if (file.size > LARGEST_FILE) return "tooLarge";
  if (!/^image\/(png|jpeg|webp|gif)$/.test(file.type)) return "notOne";
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file);
  } catch {
    // It calls itself an image and is none.
    return "notOne";
  }
  try {
    const { width, height } = image;
    const asItIs = /png|gif/.test(file.type) && file.size <= LARGEST && scaleOf(width, height) === 1;
    const types = file.type === "image/jpeg" ? ["image/jpeg"] : ["image/png", "image/jpeg"];
    const blob = asItIs ? file : await smallEnough(image, types);
    return blob ? { blob, width, height } : "tooLarge";
  } finally {
    image.close();
  }
}
