import { guessMapping, missingColumns, type ColumnMapping, type MappingGuess } from "./columns.ts";
import type { Contact, SkippedRow, Speaker } from "./contact.ts";
import type { Detected } from "./detect.ts";
import { readCodedProject } from "./formats/codedProject.ts";
import { openTable } from "./formats/csv.ts";
import { mailContacts, mailSpeaker, readMail, readMailbox, type Mail } from "./formats/mail.ts";
import { openSpreadsheet } from "./formats/spreadsheet.ts";
import type { Table, TableRecord } from "./formats/table.ts";
import { readRecords, ticketContact } from "./formats/tickets.ts";
import { chatContacts, chatDayOrder, readChat } from "./formats/whatsApp.ts";
import { readWordDocument } from "./formats/wordDocument.ts";
import { knownExport, type ExportName } from "./knownExports.ts";
import { monologue, readParagraphs } from "./formats/text.ts";
import { conversation, readTranscript } from "./formats/transcript.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import { rowReader } from "./rowContact.ts";
import { guessSpeakers } from "./speakers.ts";

/** How a person corrected what was guessed. */
export interface ReadingChoices {
  readonly mapping?: ColumnMapping;
  /** How `3/11/26` is read in a chat; tables say it in their mapping. */
  readonly dayFirst?: boolean;
  /** Name in the file → who it is. */
  readonly speakers?: Readonly<Record<string, Speaker>>;
}

/** What a wizard shows before anything is kept. */
export interface Preview extends MappingGuess {
  readonly headings: readonly string[];
  /** At most 20 rows of a table. */
  readonly rows: readonly (readonly string[])[];
  /** Speakers of a conversation with the guessed role and their number of turns. */
  readonly speakers: readonly { readonly name: string; readonly role: Speaker; readonly turns: number }[];
  /** The first contacts as they would be kept. */
  readonly contacts: readonly Contact[];
  /** Whose export the table is, when its headings tell. */
  readonly export?: ExportName;
}

const sampleRows = 200;

/**
 * Walks the contacts of a detected file, one by one, and the rows that were left out with the reason. A generator, so
 * that 100,000 rows neither fill the memory nor hold the thread. Throws `MappingMismatch` when the mapping names columns
 * the table does not have; anything else that is wrong comes out as a value.
 */
export async function* readContacts(
  file: Detected,
  choices: ReadingChoices = {},
): AsyncGenerator<Contact | SkippedRow | Refusal> {
  switch (file.kind) {
    case "csv":
    case "xlsx":
      yield* tableContacts(file, choices.mapping);
      break;
    case "text":
      yield monologue(readParagraphs(file.text), choices.speakers);
      break;
    case "docx":
      yield* documentContact(readWordDocument(file.bytes), choices);
      break;
    case "vtt":
    case "srt": {
      const turns = await readTranscript(file.text, file.kind);
      yield isRefusal(turns) ? turns : conversation(turns, choices.speakers);
      break;
    }
    case "eml":
    case "mbox":
      yield* mailsOf(file, choices);
      break;
    case "whatsapp":
      yield* someContacts(chatContacts(readChat(file.text), choices.speakers, choices.dayFirst));
      break;
    case "zendesk":
    case "intercom":
      yield* ticketsOf(file.text, file.kind);
      break;
    case "qdpx": {
      const contacts = readCodedProject(file.bytes);
      if (isRefusal(contacts)) yield contacts;
      else yield* contacts;
    }
  }
}

/** A Teams transcript is a conversation with its seconds; anything else paragraphs. */
function* documentContact(
  turns: ReturnType<typeof readWordDocument>,
  { speakers }: ReadingChoices,
): Generator<Contact | Refusal> {
  if (isRefusal(turns)) yield turns;
  else if (turns.length === 0) yield refuse("no-words");
  else yield monologue(turns, speakers);
}

async function* mailsOf(
  file: Detected,
  { speakers }: ReadingChoices,
): AsyncGenerator<Contact | SkippedRow | Refusal> {
  if (file.kind === "eml") {
    const mail = await readMail(file.bytes);
    if (isRefusal(mail)) yield mail;
    else yield* mailContacts([mail], speakers);
    return;
  }
  const mails: Mail[] = [];
  let left = 0;
  for await (const read of readMailbox(file.bytes)) {
    if ("why" in read) {
      left += 1;
      yield read;
    } else mails.push(read);
  }
  if (mails.length === 0) yield refuse(left > 0 ? "damaged" : "no-words");
  else yield* mailContacts(mails, speakers);
}

function* ticketsOf(text: string, kind: "zendesk" | "intercom"): Generator<Contact | SkippedRow | Refusal> {
  // A file of which no line is whole is told as damaged, not as thousands of broken lines.
  let broken: SkippedRow[] | null = [];
  for (const record of readRecords(text)) {
    if ("why" in record) {
      if (broken === null) yield record;
      else if (broken.push(record) > 20) break;
    } else {
      yield* broken ?? [];
      broken = null;
      yield ticketContact(kind, record);
    }
  }
  if (broken !== null) yield refuse(broken.length > 0 ? "damaged" : "no-words");
}

function* someContacts(contacts: Iterable<Contact>): Generator<Contact | Refusal> {
  let any = false;
  for (const contact of contacts) {
    any = true;
    yield contact;
  }
  if (!any) yield refuse("no-words");
}

/** The mapping does not fit the table; `columns` are the headings it names in vain. */
export class MappingMismatch extends Error {
  readonly columns: readonly string[];
  constructor(columns: readonly string[]) {
    super(`The file has no column called ${columns.map((name) => `"${name}"`).join(", ")}.`);
    this.name = "MappingMismatch";
    this.columns = columns;
  }
}

/** What the file holds and how it would be read, for a person to look at: by their choices where they fit it, else by guess. */
export async function preview(file: Detected, choices: ReadingChoices = {}): Promise<Preview | Refusal> {
  if (file.kind === "csv" || file.kind === "xlsx") return previewTable(file, choices.mapping);
  const contacts: Contact[] = [];
  for await (const read of readContacts(file, choices)) {
    if ("refused" in read) return read;
    if ("text" in read) contacts.push(read);
    if (contacts.length >= sampleRows) break;
  }
  if (contacts.length === 0) return refuse("no-words");
  return {
    headings: [],
    rows: [],
    mapping: { words: [] },
    ambiguousDates:
      file.kind === "whatsapp" &&
      choices.dayFirst === undefined &&
      chatDayOrder(readChat(file.text)) === "ambiguous",
    speakers: await speakersOf(file),
    contacts,
  };
}

/** Who speaks in a file whose speakers have names, with the roles that are guessed; tickets say themselves who is who. */
async function speakersOf(file: Detected): Promise<Preview["speakers"]> {
  if (file.kind === "text") return speakersIn(readParagraphs(file.text));
  if (file.kind === "whatsapp") return speakersIn(readChat(file.text));
  if (file.kind === "docx") return speakersIn(valueOr(readWordDocument(file.bytes)));
  if (file.kind === "vtt" || file.kind === "srt")
    return speakersIn(valueOr(await readTranscript(file.text, file.kind)));
  if (file.kind === "eml" || file.kind === "mbox") return senders(file);
  return [];
}

function valueOr<T>(read: readonly T[] | Refusal): readonly T[] {
  return isRefusal(read) ? [] : read;
}

const mostSenders = 60;

/** Those who write mails, the busiest first. */
async function senders(file: Detected): Promise<Preview["speakers"]> {
  const found = new Map<string, { role: Speaker; turns: number }>();
  const count = (mail: Mail): void => {
    const known = found.get(mail.name) ?? { role: mailSpeaker(mail), turns: 0 };
    found.set(mail.name, { ...known, turns: known.turns + 1 });
  };
  if (file.kind === "eml") {
    const mail = await readMail(file.bytes);
    if (!isRefusal(mail)) count(mail);
  } else for await (const mail of readMailbox(file.bytes)) if ("name" in mail) count(mail);
  return [...found]
    .map(([name, rest]) => ({ name, ...rest }))
    .toSorted((a, b) => b.turns - a.turns)
    .slice(0, mostSenders);
}

function tableIn(file: Detected): Table | Refusal {
  return file.kind === "xlsx" ? openSpreadsheet(file.bytes) : openTable(file.text, file.delimiter ?? ";");
}

function* tableContacts(
  file: Detected,
  mapping: ColumnMapping | undefined,
): Generator<Contact | SkippedRow | Refusal> {
  const table = tableIn(file);
  if (isRefusal(table)) {
    yield table;
    return;
  }
  const used = mapping ?? guessFor(file);
  const missing = missingColumns(used, table.headings);
  if (missing.length > 0) throw new MappingMismatch(missing);
  const read = rowReader(table.headings, used);
  let any = false;
  for (const record of table.records) {
    any = true;
    yield read(record);
  }
  if (!any) yield refuse("no-rows");
}

function guessFor(file: Detected): ColumnMapping {
  const table = tableIn(file);
  if (isRefusal(table)) return { words: [] };
  return guess(table.headings, cellsOf(take(table.records, sampleRows))).mapping;
}

/** The guess, but for the columns that are sure because the export is known. */
function guess(headings: readonly string[], rows: readonly (readonly string[])[]): MappingGuess {
  const known = knownExport(headings);
  if (known === null) return guessMapping(headings, rows);
  const { mapping, ambiguousDates } = guessMapping(headings, rows);
  return { mapping: { ...mapping, ...known.columns }, ambiguousDates };
}

function previewTable(file: Detected, mapping: ColumnMapping | undefined): Preview | Refusal {
  const table = tableIn(file);
  if (isRefusal(table)) return table;
  const sample = take(table.records, sampleRows);
  if (sample.length === 0) return refuse("no-rows");
  const fits = mapping !== undefined && missingColumns(mapping, table.headings).length === 0;
  const used = fits ? { mapping, ambiguousDates: false } : guess(table.headings, cellsOf(sample));
  const read = rowReader(table.headings, used.mapping);
  const contacts = sample.map(read).filter((made): made is Contact => "text" in made);
  const name = knownExport(table.headings)?.name;
  const rows = cellsOf(sample).slice(0, 20);
  return {
    ...used,
    headings: table.headings,
    rows,
    speakers: [],
    contacts,
    ...(name !== undefined && { export: name }),
  };
}

function speakersIn(turns: readonly { name?: string; text: string }[]): Preview["speakers"] {
  const roles = guessSpeakers(turns);
  const counts = new Map<string, number>();
  for (const turn of turns)
    if (turn.name !== undefined) counts.set(turn.name, (counts.get(turn.name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, role: roles[name] ?? "other", turns: count }));
}

function cellsOf(records: readonly TableRecord[]): (readonly string[])[] {
  return records.flatMap((record) => ("cells" in record ? [record.cells] : []));
}

function take<T>(items: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = items.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
