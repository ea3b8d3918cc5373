/** Why a file cannot be read. Each code has a sentence in every language of the interface. */
export type RefusalCode =
  | "empty"
  | "too-large"
  | "spreadsheet"
  | "document"
  | "zip"
  | "pdf"
  | "image"
  | "audio"
  | "video"
  | "json"
  | "markup"
  | "binary"
  | "no-rows"
  | "no-cues"
  | "no-words"
  | "damaged"
  | "bomb";

/** A file refused, as a value: the code for the interface, the sentence for logs and problem documents. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly sentence: string;
}

const sentences: Record<RefusalCode, string> = {
  empty: "The file is empty.",
  "too-large": "The file is larger than the limit.",
  spreadsheet:
    "This spreadsheet is damaged or of a kind that is not read (.xls, .ods). Save it as .xlsx or CSV.",
  document:
    "This document is damaged or of a kind that is not read (.doc, .odt, .rtf). Save it as .docx or plain text.",
  zip: "This is a compressed archive. Unpack it and import the files inside.",
  pdf: "This is a PDF. Save its text as plain text and import that.",
  image: "This is an image, not text.",
  audio: "This is a sound recording. Import its transcript (VTT, SRT or plain text).",
  video: "This is a video recording. Import its transcript (VTT, SRT or plain text).",
  json: "This JSON is neither an export of Zendesk nor of Intercom. Export the same data as CSV and import that.",
  markup: "This is a web page or XML file. Save its text as plain text or CSV and import that.",
  binary: "The file does not hold text that can be read.",
  "no-rows": "The table holds headings but no rows.",
  "no-cues": "The transcript holds no timed lines.",
  "no-words": "The file is well formed, but nobody says anything in it.",
  damaged: "The file is damaged or locked with a password. Save it again and import the new file.",
  bomb: "The file would unpack to far more than it seems to hold. It was not opened.",
};

/** Makes the named refusal for a code. */
export function refuse(code: RefusalCode): Refusal {
  return { refused: code, sentence: sentences[code] };
}

/** Tells a refusal from a reading. */
export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}
