import type { Language } from "@polku/protocol";
import { type ZipEntry, zipOf } from "../exchange/zipFile.ts";
import type { Services } from "../services.ts";
import { pictureOf } from "../storage/sql/sqlPictures.ts";
import { findRecording } from "../storage/sql/sqlRecordings.ts";
import { exportPerson } from "./exportPerson.ts";

/**
 * Everything that is kept of a person as one archive: `person.json`, a file in `sound/` for each recording that it names, without what was
 * silenced, and in `pictures/` one for each picture, by the id of its contact. Logged for the person and for each of these. Throws `person.unknown` before anything is sent.
 */
export async function archiveOfPerson(
  services: Pick<Services, "db" | "evidence" | "secret" | "privacy" | "clock">,
  who: string,
  person: string,
  language: Language,
): Promise<AsyncGenerator<Buffer>> {
  const told = await exportPerson(services, who, person, language);
  const ids = told.contacts.flatMap(({ recording }) => (recording === null ? [] : [recording.id]));
  const line = { who, deed: "exported", what: "recording", count: null } as const;
  for (const thing of ids) await services.privacy.accessLog.add({ ...line, thing });
  const pictured = told.contacts.filter(({ picture }) => picture !== null).map(({ id }) => id);
  for (const thing of pictured)
    await services.privacy.accessLog.add({ who, deed: "exported", what: "contact", thing, count: null });
  async function* files(): AsyncGenerator<ZipEntry> {
    yield { name: "person.json", bytes: Buffer.from(`${JSON.stringify(told, null, 2)}\n`) };
    for (const id of ids) {
      // Asked anew, file by file: it may have been silenced or erased since.
      const row = await findRecording(services.db, id);
      if (row === undefined) continue;
      const name = `sound/${id}.${row.form === "wav" ? "wav" : "ogg"}`;
      yield { name, bytes: await services.privacy.media.read(row.file, row.bytes) };
    }
    for (const id of pictured) {
      const row = await pictureOf(services.db, id);
      if (row === undefined) continue;
      const name = `pictures/${id}.${row.type.replace("image/", "")}`;
      yield { name, bytes: await services.privacy.media.read(row.file, row.bytes) };
    }
  }
  return zipOf(files());
}
