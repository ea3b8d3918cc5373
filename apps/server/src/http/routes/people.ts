import { Readable } from "node:stream";
import {
  onePerson,
  personErased,
  personExport,
  personFound,
  personNamed,
  personToErase,
} from "@polku/protocol/http";
import { erasePerson, findPerson } from "../../commands/person.ts";
import { archiveOfPerson } from "../../commands/archiveOfPerson.ts";
import { exportPerson } from "../../commands/exportPerson.ts";
import { route } from "../route.ts";

const find = route({
  method: "POST",
  path: "/api/v1/people/find",
  summary:
    "How much is kept of a person, and in which sources. The name stands in the body, so that it is in no log.",
  access: { to: "people.read" },
  body: onePerson,
  answers: { status: 200, body: personFound, description: "What is kept, in numbers" },
  perMinute: 60,
  handle: async ({ services, actor, body }) => ({
    body: await findPerson(services, actor.id, personNamed(body)),
  }),
});

const give = route({
  method: "POST",
  path: "/api/v1/people/export",
  summary: "Everything that is kept of a person, as a file (GDPR, articles 15 and 20).",
  access: { to: "people.read" },
  body: onePerson,
  answers: { status: 200, body: personExport, description: "The file" },
  perMinute: 60,
  handle: async ({ services, actor, body, language }) => ({
    headers: { "content-disposition": 'attachment; filename="person.json"' },
    body: await exportPerson(services, actor.id, personNamed(body), language),
  }),
});

const giveWithSound = route({
  method: "POST",
  path: "/api/v1/people/archive",
  summary:
    "The same as an archive, with what can be heard of the person as files; what was silenced is not in it.",
  access: { to: "people.read" },
  body: onePerson,
  answers: { status: 200, type: "application/zip", description: "The archive" },
  perMinute: 60,
  handle: async ({ services, actor, body, language }) => ({
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="person.zip"',
    },
    body: Readable.from(await archiveOfPerson(services, actor.id, personNamed(body), language)),
  }),
});

const erase = route({
  method: "POST",
  path: "/api/v1/people/erase",
  summary: "Erases everything a person said, in every source; its quotes empty in every open map.",
  access: { to: "people.erase" },
  body: personToErase,
  answers: { status: 200, body: personErased, description: "What was erased" },
  perMinute: 60,
  handle: async ({ services, actor, body }) => ({
    body: await erasePerson(services, actor.id, personNamed(body), body.reason),
  }),
});

export const personRoutes = [find, give, giveWithSound, erase];
