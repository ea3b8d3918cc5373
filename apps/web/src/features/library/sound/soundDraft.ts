import { soundFormat } from "@polku/evidence/sound";
import type { FilePreview } from "../../../api/sources.ts";
import { type Draft, draftOf } from "../import/draft.ts";

/** Whether a file is a recording, by its first bytes. */
export async function isSound(file: Blob): Promise<boolean> {
  return soundFormat(new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer())) !== null;
}

/** What is taken for granted of a recording: there is nothing in it to be read. */
export function soundDraft(fileName: string): Draft {
  const nothing: FilePreview = {
    kind: "text",
    encoding: "",
    warnings: [],
    headings: [],
    rows: [],
    mapping: { words: [] },
    ambiguousDates: false,
    remembered: false,
    speakers: [],
    contacts: [],
    personalData: {},
    personalDataSamples: {},
    sampled: 0,
    suggested: [],
  };
  return draftOf(nothing, fileName);
}
