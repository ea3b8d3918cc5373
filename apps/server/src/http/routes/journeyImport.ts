import { readFile, rm } from "node:fs/promises";
import { importedJourney } from "@polku/protocol/http";
import { importJourneyFile } from "../../commands/importJourneyFile.ts";
import { Problem } from "../../errors.ts";
import { route } from "../route.ts";
import { takeFile } from "../../imports/takeFile.ts";
import { journeyUrl } from "./journeys.ts";

const megabyte = 1024 * 1024;
/** A journey of 20,000 touchpoints is a quarter of this. */
const largest = 20 * megabyte;

const take = route({
  method: "POST",
  path: "/api/v1/journeys/import",
  summary: "Make a journey of a file: a journey saved as JSON, or the demo format.",
  access: { to: "journeys.create" },
  consumes: "multipart/form-data",
  perMinute: 60,
  answers: { status: 201, body: importedJourney, description: "The journey" },
  handle: async ({ services, actor, request, language }) => {
    const taken = await takeFile(request, services.imports.folder);
    try {
      if (taken.size > largest)
        throw new Problem("import.journeyTooLarge", { limit: String(largest / megabyte) });
      const text = await readFile(taken.file, "utf8");
      const { id, title } = await importJourneyFile(services, actor, text, language);
      const url = journeyUrl(services, id);
      return { headers: { location: url }, body: { id, title, url } };
    } finally {
      await rm(taken.file, { force: true });
    }
  },
});

export const journeyImportRoutes = [take];
