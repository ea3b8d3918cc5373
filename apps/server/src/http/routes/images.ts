import { readJourney } from "@polku/journey";
import { imageParams, journeyParams, keptImage } from "@polku/protocol/http";
import { readFile } from "node:fs/promises";
import { imagesShown, largestImage } from "../../images/journeyImages.ts";
import { Problem } from "../../errors.ts";
import { withFile } from "../../imports/takeFile.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/images";

const add = route({
  method: "POST",
  path,
  summary:
    "Keep an image for the free canvas: PNG, JPEG, WebP or GIF, told by its bytes. The command addShape then shows it.",
  access: { to: "journey.edit", inJourney: "id" },
  params: journeyParams,
  consumes: "multipart/form-data",
  perMinute: 60,
  answers: { status: 201, body: keptImage, description: "The image" },
  handle: async ({ services, actor, params, request }) => {
    return withFile(request, services.imports.folder, async (taken) => {
      if (taken.size > largestImage)
        throw new Problem("image.tooLarge", { limit: String(largestImage / 1024 / 1024) });
      const shown = await services.rooms.readDocument(params.id, (doc) => imagesShown(readJourney(doc)));
      const id = await services.images.keep(params.id, await readFile(taken.file), shown, actor.id);
      return { body: { id } };
    });
  },
});

const give = route({
  method: "GET",
  path: `${path}/:imageId`,
  summary: "An image of the free canvas.",
  access: { to: "journey.read", inJourney: "id" },
  params: imageParams,
  perMinute: 1200,
  answers: { status: 200, type: "image/png", description: "The image, as it was kept" },
  handle: async ({ services, params }) => {
    const { type, bytes } = await services.images.find(params.id, params.imageId);
    // Another image has another id.
    const headers = { "content-type": type, "cache-control": "private, max-age=31536000, immutable" };
    return { headers, body: Buffer.from(bytes) };
  },
});

export const imageRoutes = [add, give];
