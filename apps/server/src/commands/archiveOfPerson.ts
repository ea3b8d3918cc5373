import type { Language } from "@polku/protocol";
import { type ZipEntry, zipOf } from "../exchange/zipFile.ts";
import type { Services } from "../services.ts";
import { findRecording } from "../storage/sql/sqlRecordings.ts";
import { exportPerson } from "./exportPerson.ts";

/**
 * Everything that is kept of a person as one archive: `person.json`, and a file in `sound/` for each recording that it names, without what
 * was silenced. Logged for the person and for each recording. Throws `person.unknown` before anything is sent.
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
  async function* files(): AsyncGenerator<ZipEntry> {
    yield { name: "person.json", bytes: Buffer.from(`${JSON.stringify(told, null, 2)}\n`) };
    for (const id of ids) {
      // Asked anew, file by file: it may have been silenced or erased since.
      const row = await findRecording(services.db, id);
      if (row === undefined) continue;
      const name = `sound/${id}.${row.form === "wav" ? "wav" : "ogg"}`;
      yield { name, bytes: await services.privacy.media.read(row.file, row.bytes) };
    }
  }
  return zipOf(files());
}
