import { exportJourney, readJourney } from "@polku/journey";
import { journeyExportQuery, journeyParams } from "@polku/protocol/http";
import { takeWords } from "../../commands/wordsFile.ts";
import { Problem } from "../../errors.ts";
import { writeArchive } from "../../exchange/archive.ts";
import { journeyRows } from "../../exchange/journeyRows.ts";
import { writeMermaid } from "../../exchange/mermaid.ts";
import { planOfView } from "../../exchange/planOfView.ts";
import { writeCsv, writeSpreadsheet } from "../../exchange/tableFile.ts";
import { imagesShown, type JourneyImages } from "../../images/journeyImages.ts";
import { journeyPicture } from "../../pictures/journeyPicture.ts";
import { mayInWorkspace } from "../../policies/policy.ts";
import { route } from "../route.ts";

const formats = ["svg", "png", "pdf", "json", "polku", "csv", "xlsx", "mermaid"] as const;
type Format = (typeof formats)[number];

const types: Record<Format, string> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
  polku: "application/zip",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  mermaid: "text/vnd.mermaid; charset=utf-8",
};

/** The usual end of such a file's name. */
const endings: Partial<Record<Format, string>> = { mermaid: "mmd" };

function formatOf(asked: string): Format {
  const format = formats.find((one) => one === asked.toLowerCase());
  if (format === undefined) throw new Problem("export.format", { formats: formats.join(", ") });
  return format;
}

/** A name that every file system takes, and the true one for those who can read it (RFC 6266). */
function fileHeaders(title: string, format: Format): Record<string, string> {
  const name =
    title
      .replace(/[\p{Cc}\s/\\:*?"<>|]+/gu, " ")
      .trim()
      .slice(0, 100) || "polku";
  const plain =
    name
      .normalize("NFD")
      .replace(/[^\x20-\x7e]/g, "")
      .trim() || "polku";
  const ending = endings[format] ?? format;
  return {
    "content-type": types[format],
    "content-disposition": `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`).replace(/['()]/g, escape)}`,
  };
}

/** The images that a journey shows, as its file carries them; nothing for a journey without one. */
function imagesBeside(images: Awaited<ReturnType<JourneyImages["all"]>>) {
  if (images.length === 0) return {};
  return {
    images: images.map(({ id, type, bytes }) => ({
      id,
      type,
      base64: Buffer.from(bytes).toString("base64"),
    })),
  };
}

const asText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const give = route({
  method: "GET",
  path: "/api/v1/journeys/:id/export",
  summary:
    "The journey as a file: svg, png or pdf (its picture; a PDF on the sheets of a paper, if one is named), json or polku, an archive with its images as files (both can be imported again), csv or xlsx (a row for each touchpoint: stages, texts of the lanes, the team's curve), mermaid (stages, touchpoints, a score of 1–5). Neither holds customers' words unless ?words=true; csv, xlsx and mermaid hold none.",
  access: { to: "journey.export", inJourney: "id" },
  params: journeyParams,
  query: journeyExportQuery,
  perMinute: 60,
  answers: { status: 200, description: "The file" },
  handle: async ({ services, actor, params, query }) => {
    const format = formatOf(query.format);
    if ((await services.journeys.find(params.id)) === undefined) throw new Problem("journey.unknown");
    const { file, view } = await services.rooms.readDocument(params.id, (doc) => ({
      file: exportJourney(doc),
      view: readJourney(doc),
    }));
    const headers = fileHeaders(view.meta.title, format);
    const may = (deed: "quotes.read" | "evidence.read") =>
      mayInWorkspace(actor, deed, services.clock.now()).allowed;
    const tellExport = (count: number) =>
      services.privacy.accessLog.add({
        who: actor.id,
        deed: "exported",
        what: "journey",
        thing: params.id,
        count,
      });
    const pinned = [...view.touchpoints.values()].flatMap(({ pins }) => pins.map(({ quoteId }) => quoteId));
    if (format === "json" || format === "polku") {
      const withWords = query.words === true;
      if (withWords && !may("evidence.read")) throw new Problem("rights.missing");
      if (withWords) await tellExport(pinned.length);
      const images = await services.images.all(params.id, imagesShown(view));
      const evidence = withWords
        ? { evidence: await takeWords(services.evidence, [...new Set(pinned)]) }
        : {};
      if (format === "json")
        return { headers, body: asText({ ...file, ...imagesBeside(images), ...evidence }) };
      const madeAt = new Date(services.clock.now()).toISOString();
      const { title } = view.meta;
      return { headers, body: await writeArchive({ title, journey: file, images, ...evidence, madeAt }) };
    }
    if (format === "mermaid") return { headers, body: writeMermaid(view) };
    if (format === "csv" || format === "xlsx") {
      const rows = journeyRows(planOfView(view), query.lang ?? view.meta.lang);
      const body = format === "csv" ? writeCsv(rows) : await writeSpreadsheet(rows, "Polku");
      return { headers, body };
    }
    const withWords = query.words !== false && may("quotes.read");
    if (withWords && pinned.length > 0) await tellExport(pinned.length);
    const body = await journeyPicture(services, params.id, view, {
      format,
      language: query.lang ?? view.meta.lang,
      theme: query.theme,
      withWords,
      toScale: query.time === "scale",
      paper: query.paper ?? null,
    });
    return { headers, body };
  },
});

export const exportRoutes = [give];
