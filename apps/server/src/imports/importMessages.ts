import type {
  CodedStretch,
  Contact,
  Detected,
  PersonalDataKind,
  Preview,
  ReadingChoices,
  RefusalCode,
  SkippedRow,
} from "@polku/evidence";
import type { NewContact } from "../storage/evidenceStore.ts";

/** A contact with the row of the file it came from, and what was coded in it, by places in its text as it is kept. */
export type PreparedContact = NewContact & { row: number; stretches?: readonly CodedStretch[] };

/** What the import process is asked to do with one file. */
export type ImportTask = { file: string; fileName: string } & (
  | { t: "preview"; choices: ReadingChoices }
  | {
      t: "read";
      choices: ReadingChoices;
      /** The kinds of personal data to mask; true for all, false for none. */
      mask: boolean | readonly PersonalDataKind[];
      /** Keys the hash that stands for a person. */
      secret: string;
      /** When a conversation that does not say was held, ms since 1970. */
      heldAt: number | null;
      /** The language of the words where the file does not say; null: told from each contact. */
      language: "fi" | "en" | null;
    }
);

/** What it sees in a file, for the wizard. */
export type PreviewOfFile = Omit<Preview, "contacts"> &
  Pick<Detected, "kind" | "encoding" | "delimiter" | "warnings"> & {
    contacts: readonly Contact[];
    personalData: Record<string, number>;
    personalDataSamples: Record<string, string[]>;
    sampled: number;
    /** What rules look at in each contact that was looked at, masked. */
    sample: readonly {
      text: string;
      lang: string;
      channel: string | null;
      themes: readonly string[];
      stems: readonly string[];
    }[];
  };

/** What it answers. After `contacts` it waits for `"more"`, so that it never runs ahead of the database. */
export type ImportAnswer =
  | { t: "contacts"; contacts: PreparedContact[]; skipped: SkippedRow[]; read: number }
  | { t: "preview"; preview: PreviewOfFile }
  | { t: "refused"; code: RefusalCode }
  | { t: "mismatch"; columns: readonly string[] }
  | { t: "done"; warnings: readonly string[] };
