import type { CopiedShape } from "@polku/journey";
import { imageAddress, keepImage } from "../../api/images.ts";

/** What is pasted, and how many images could not come along. */
type Brought = { readonly shapes: readonly CopiedShape[]; readonly left: number };

/** The picture of an image in one journey, kept in another too; null when it cannot be had there or is not taken here. */
async function bring(imageId: string, from: string, to: string): Promise<string | null> {
  try {
    const answer = await fetch(imageAddress(from, imageId));
    return answer.ok ? await keepImage(to, await answer.blob()) : null;
  } catch {
    // No network, or this journey takes no more: the image is told as one that stayed behind.
    return null;
  }
}

/**
 * Shapes that were copied in one journey, ready for another: the pictures of their images are kept with that one as well, each once. An image
 * whose picture cannot come along keeps its frame and its words.
 */
export async function bringImages(
  shapes: readonly CopiedShape[],
  from: string,
  to: string,
): Promise<Brought> {
  const ids = new Set(shapes.flatMap(({ imageId }) => imageId ?? []));
  if (from === to || ids.size === 0) return { shapes, left: 0 };
  const kept = new Map(
    await Promise.all([...ids].map(async (id) => [id, await bring(id, from, to)] as const)),
  );
  return {
    shapes: shapes.map((shape) => {
      const here = shape.imageId === undefined ? null : kept.get(shape.imageId);
      return here ? { ...shape, imageId: here } : shape;
    }),
    left: [...kept.values()].filter((id) => id === null).length,
  };
}
