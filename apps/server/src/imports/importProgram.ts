import { readFileSync } from "node:fs";
import {
  type Contact,
  contactNamer,
  countPersonalData,
  detect,
  type Detected,
  isRefusal,
  languageOf,
  MappingMismatch,
  maskContact,
  preview,
  readContacts,
  samplePersonalData,
  stemsForIndex,
  type SkippedRow,
} from "@polku/evidence";
import type { ImportAnswer, ImportTask, PreparedContact, PreviewOfFile } from "./importMessages.ts";
import { prepareContact } from "./prepareContact.ts";

/*
 * A process of its own, with limits, for files of unknown origin: whatever a file does to its reader, the server lives.
 * It reads, masks, names and stems; it never touches the database.
 */

const inOneMessage = 100;
const shown = 20;
const shownOfKind = 3;
/** Letters of a contact in which a preview looks for what rules catch. */
const longestSampled = 10_000;
/** Kinds that hold one conversation and do not say when; of a row without a date nobody knows. */
const held: ReadonlySet<Detected["kind"]> = new Set(["vtt", "srt", "text", "docx", "qdpx"]);

let goOn: (() => void) | undefined;

function send(answer: ImportAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

/** Sends and waits until the server has kept what was sent. */
async function sendAndWait(answer: ImportAnswer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  goOn = resolve;
  await send(answer);
  await promise;
}

async function run(task: ImportTask): Promise<void> {
  const file = detect(readFileSync(task.file), task.fileName);
  if (isRefusal(file)) await send({ t: "refused", code: file.refused });
  else if (task.t === "preview") await sendPreview(file, task);
  else await sendContacts(file, task);
}

async function sendPreview(file: Detected, { choices }: ImportTask): Promise<void> {
  const seen = await preview(file, choices);
  if (isRefusal(seen)) {
    await send({ t: "refused", code: seen.refused });
    return;
  }
  const personalData: Record<string, number> = {};
  for (const contact of seen.contacts) {
    for (const [kind, count] of Object.entries(countPersonalData(contact)))
      personalData[kind] = (personalData[kind] ?? 0) + count;
  }
  const { kind, encoding, delimiter, warnings } = file;
  const masked = seen.contacts.map((contact) => maskContact(contact));
  const answer: PreviewOfFile = {
    ...seen,
    kind,
    encoding,
    warnings,
    ...(delimiter === undefined ? {} : { delimiter }),
    contacts: masked.slice(0, shown),
    sample: masked.map(sampled),
    personalData,
    personalDataSamples: samplePersonalData(seen.contacts, shownOfKind),
    sampled: seen.contacts.length,
  };
  await send({ t: "preview", preview: answer });
}

function sampled(contact: Contact): PreviewOfFile["sample"][number] {
  const text = contact.text.slice(0, longestSampled);
  const lang = languageOf(text);
  const { channel = null, themes } = contact;
  return { text, lang, channel, themes, stems: stemsForIndex(text, lang) };
}

async function sendContacts(file: Detected, task: ImportTask & { t: "read" }): Promise<void> {
  const hashOf = contactNamer();
  let contacts: PreparedContact[] = [];
  let skipped: SkippedRow[] = [];
  let read = 0;
  const heldAt = held.has(file.kind) ? task.heldAt : null;
  for await (const found of readContacts(file, task.choices)) {
    if ("refused" in found) {
      await send({ t: "refused", code: found.refused });
      return;
    }
    read += 1;
    if ("why" in found) skipped.push(found);
    else contacts.push(prepareContact(found, { ...task, hash: hashOf(found), heldAt }));
    if (contacts.length + skipped.length >= inOneMessage) {
      await sendAndWait({ t: "contacts", contacts, skipped, read });
      contacts = [];
      skipped = [];
    }
  }
  await sendAndWait({ t: "contacts", contacts, skipped, read });
  await send({ t: "done", warnings: file.warnings });
}

process.on("message", (message: ImportTask | "more") => {
  if (message === "more") {
    goOn?.();
    return;
  }
  run(message)
    .catch(async (error: unknown) => {
      if (!(error instanceof MappingMismatch)) throw error;
      await send({ t: "mismatch", columns: error.columns });
    })
    .then(() => process.disconnect())
    .catch((error: unknown) => {
      process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exit(1);
    });
});
