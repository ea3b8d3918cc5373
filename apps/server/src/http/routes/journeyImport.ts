import { readFile } from "node:fs/promises";
import { importedJourney } from "@polku/protocol/http";
import { importJourneyFile } from "../../commands/importJourneyFile.ts";
import { Problem } from "../../errors.ts";
import { route } from "../route.ts";
import { withFile } from "../../imports/takeFile.ts";
import { journeyUrl } from "./journeys.ts";

const megabyte = 1024 * 1024;
/** A journey of 20,000 touchpoints is a quarter of this. */
const largest = 20 * megabyte;

const take = route({
  method: "POST",
  path: "/api/v1/journeys/import",
  summary:
    "Make a journey of a file: a journey saved as JSON or as an archive (.polku), the demo format, a table (CSV or XLSX, as the export writes it) or a Mermaid journey. `skipped` names what was not understood.",
  access: { to: "journeys.create" },
  consumes: "multipart/form-data",
  perMinute: 60,
  answers: { status: 201, body: importedJourney, description: "The journey" },
  handle: async ({ services, actor, request, language }) => {
    return withFile(request, services.imports.folder, async (taken) => {
      if (taken.size > largest)
        throw new Problem("import.journeyTooLarge", { limit: String(largest / megabyte) });
      const bytes = await readFile(taken.file);
      const made = await importJourneyFile(services, actor, { bytes, name: taken.fileName }, language);
      const url = journeyUrl(services, made.id);
      return { headers: { location: url }, body: { ...made, url } };
    });
  },
});

export const journeyImportRoutes = [take];
