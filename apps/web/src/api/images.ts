import { request } from "./request.ts";

/** Where an image of the free canvas is had. */
export function imageAddress(journeyId: string, imageId: string): string {
  return `/api/v1/journeys/${encodeURIComponent(journeyId)}/images/${encodeURIComponent(imageId)}`;
}

/** Gives an image to the server, which keeps it with the journey. Returns the id by which a shape shows it. */
export async function keepImage(journeyId: string, image: Blob): Promise<string> {
  const form = new FormData();
  form.append("file", image, "image");
  const { id } = await request<{ readonly id: string }>(
    "POST",
    `/api/v1/journeys/${encodeURIComponent(journeyId)}/images`,
    form,
  );
  return id;
}
