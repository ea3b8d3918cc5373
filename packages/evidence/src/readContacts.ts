import { guessMapping, missingColumns, type ColumnMapping, type MappingGuess } from "./columns.ts";
import type { Contact, SkippedRow, Speaker } from "./contact.ts";
import type { Detected } from "./detect.ts";
import { openTable, type TableRecord } from "./formats/csv.ts";
import { monologue, readParagraphs } from "./formats/text.ts";
import { conversation, readTranscript } from "./formats/transcript.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import { rowReader } from "./rowContact.ts";
import { guessSpeakers } from "./speakers.ts";

/** How a person corrected what was guessed. */
export interface ReadingChoices {
  readonly mapping?: ColumnMapping;
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
  if (file.kind === "csv") yield* tableContacts(file, choices.mapping);
  else if (file.kind === "text") yield monologue(readParagraphs(file.text), choices.speakers);
  else {
    const turns = await readTranscript(file.text, file.kind);
    yield isRefusal(turns) ? turns : conversation(turns, choices.speakers);
  }
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
  if (file.kind === "csv") return previewTable(file, choices.mapping);
  const turns = file.kind === "text" ? readParagraphs(file.text) : await readTranscript(file.text, file.kind);
  if (isRefusal(turns)) return turns;
  const contacts: Contact[] = [];
  for await (const contact of readContacts(file, choices)) if ("text" in contact) contacts.push(contact);
  return {
    headings: [],
    rows: [],
    mapping: { words: [] },
    ambiguousDates: false,
    speakers: speakersIn(turns),
    contacts,
  };
}

function* tableContacts(
  file: Detected,
  mapping: ColumnMapping | undefined,
): Generator<Contact | SkippedRow | Refusal> {
  const table = openTable(file.text, file.delimiter ?? ";");
  const used = mapping ?? guessFor(file).mapping;
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

function guessFor(file: Detected): MappingGuess {
  const table = openTable(file.text, file.delimiter ?? ";");
  return guessMapping(table.headings, cellsOf(take(table.records, sampleRows)));
}

function previewTable(file: Detected, known: ColumnMapping | undefined): Preview | Refusal {
  const table = openTable(file.text, file.delimiter ?? ";");
  const sample = take(table.records, sampleRows);
  if (sample.length === 0) return refuse("no-rows");
  const fits = known !== undefined && missingColumns(known, table.headings).length === 0;
  const guess = fits
    ? { mapping: known, ambiguousDates: false }
    : guessMapping(table.headings, cellsOf(sample));
  const read = rowReader(table.headings, guess.mapping);
  const contacts = sample.map(read).filter((made): made is Contact => "text" in made);
  return { ...guess, headings: table.headings, rows: cellsOf(sample).slice(0, 20), speakers: [], contacts };
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
