import type { ColumnMapping } from "./columns.ts";

/** An export that is known by its headings. */
export const exportNames = [
  "google-forms",
  "typeform",
  "surveymonkey",
  "zendesk-csv",
  "freshdesk",
  "google-play",
] as const;
export type ExportName = (typeof exportNames)[number];

/** What is known of a table by its headings: whose export it is, and the columns that are sure. */
export interface KnownExport {
  readonly name: ExportName;
  /** Columns by the headings of the table; they win over the guess. */
  readonly columns: Partial<ColumnMapping>;
}

const marks: readonly { name: ExportName; has: readonly string[] }[] = [
  { name: "zendesk-csv", has: ["summation column", "requester", "ticket type"] },
  { name: "freshdesk", has: ["ticket id", "subject", "agent interactions", "customer interactions"] },
  { name: "google-play", has: ["package name", "star rating", "review text"] },
  { name: "surveymonkey", has: ["respondent id", "collector id"] },
  { name: "typeform", has: ["response type", "network id"] },
];

const columnsOf: Readonly<
  Record<ExportName, (find: (name: string) => string | undefined) => KnownExport["columns"]>
> = {
  "google-forms": () => ({}),
  typeform: () => ({}),
  surveymonkey: (find) => ({
    ...one("externalId", find("respondent id")),
    ...one("moment", find("end date")),
    ...one("person", find("email address")),
  }),
  // The CSV of Zendesk holds no words of customers but the subject, which an agent may have written.
  "zendesk-csv": (find) => ({
    words: [],
    ...one("externalId", find("id")),
    ...one("person", find("requester id") ?? find("requester")),
    ...one("moment", find("created at")),
    ...one("channel", find("via")),
    ...one("themes", find("tags")),
    ...scored(find("satisfaction score"), "thumb"),
  }),
  freshdesk: (find) => ({
    words: [find("subject"), find("description")].filter((name) => name !== undefined),
    ...one("externalId", find("ticket id")),
    ...one("moment", find("created time")),
    ...one("channel", find("source")),
    ...one("themes", find("tags")),
  }),
  "google-play": (find) => ({
    words: [find("review title"), find("review text")].filter((name) => name !== undefined),
    ...one("externalId", find("review link")),
    ...one("moment", find("review submit date and time")),
    ...one("language", find("reviewer language")),
    ...scored(find("star rating"), "stars5"),
  }),
};

/** The export that a table is, by its headings whatever their case; null when it is none that is known. */
export function knownExport(headings: readonly string[]): KnownExport | null {
  const places = new Map(headings.map((heading) => [heading.trim().toLowerCase(), heading]));
  const found = marks.find(({ has }) => has.every((name) => places.has(name)));
  const name = found?.name ?? (/^(timestamp|aikaleima)$/i.test(headings[0] ?? "") ? "google-forms" : null);
  return name === null ? null : { name, columns: columnsOf[name]((heading) => places.get(heading)) };
}

function one<K extends string>(key: K, heading: string | undefined): Partial<Record<K, string>> {
  return heading === undefined ? {} : ({ [key]: heading } as Record<K, string>);
}

function scored(
  column: string | undefined,
  scale: "thumb" | "stars5",
): Partial<Required<Pick<ColumnMapping, "score">>> {
  return column === undefined ? {} : { score: { column, scale } };
}
