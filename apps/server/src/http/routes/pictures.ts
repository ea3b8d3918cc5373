import { contactEntry, evidenceParams, pictureChange, pictureMeta, takenImport } from "@polku/protocol/http";
import { changePicture } from "../../commands/changePicture.ts";
import { contactOut } from "../../commands/evidenceOut.ts";
import { importPicture } from "../../commands/importPicture.ts";
import { Problem } from "../../errors.ts";
import { contactInLanguage } from "../../storage/inLanguage.ts";
import { pictureOf } from "../../storage/sql/sqlPictures.ts";
import { readMeta } from "../readMeta.ts";
import { route } from "../route.ts";
import { takeAlone } from "../takeAlone.ts";

const add = route({
  method: "POST",
  path: "/api/v1/pictures",
  summary:
    "Takes in a picture (PNG, JPEG, WebP or GIF, told by its bytes) with what is known of it and what it shows, in a part called meta; the same one twice adds nothing. Where and by what it was taken is not kept.",
  access: { to: "evidence.write" },
  consumes: "multipart/form-data",
  answers: { status: 201, body: takenImport, description: "Its source, and the import, which has ended" },
  perMinute: 60,
  handle: (asked) =>
    takeAlone(asked, (taken) => {
      const meta = readMeta(pictureMeta, taken.fields.get("meta"));
      return importPicture(asked.services, asked.actor, taken, meta);
    }),
});

const see = route({
  method: "GET",
  path: "/api/v1/contacts/:id/picture",
  summary: "The picture of a contact. Nobody on the way may keep it: it can be erased.",
  access: { to: "evidence.read" },
  params: evidenceParams,
  answers: { status: 200, type: "image/png", description: "The picture" },
  perMinute: 1200,
  handle: async ({ services, actor, params }) => {
    const row = await pictureOf(services.db, params.id);
    if (row === undefined) throw new Problem("picture.unknown");
    const line = { who: actor.id, deed: "saw", what: "contact", thing: params.id, count: null } as const;
    await services.privacy.accessLog.add(line);
    const bytes = await services.privacy.media.read(row.file, row.bytes);
    return { headers: { "content-type": row.type, "cache-control": "private, no-store" }, body: bytes };
  },
});

const change = route({
  method: "PATCH",
  path: "/api/v1/contacts/:id/picture",
  summary: "Says otherwise what a picture shows, or whose it is; quotes stay with their words.",
  access: { to: "evidence.write" },
  params: evidenceParams,
  body: pictureChange,
  answers: { status: 200, body: contactEntry, description: "The contact of the picture" },
  handle: async ({ services, actor, params, body, language }) => {
    await changePicture(services, actor, params.id, body);
    const contact = await services.evidence.findContact(params.id);
    if (contact === undefined) throw new Problem("picture.unknown");
    const picture = await pictureOf(services.db, params.id);
    return { body: contactOut(contactInLanguage(contact, language), [], undefined, picture) };
  },
});

export const pictureRoutes = [add, see, change];
