export { readChannel } from "./channel.ts";
export { layOut } from "./contact.ts";
export { guessMapping, missingColumns, type ColumnMapping, type MappingGuess } from "./columns.ts";
export {
  type CodedStretch,
  type Contact,
  type Rating,
  type SkippedRow,
  type SkipReason,
  type Speaker,
  type Turn,
} from "./contact.ts";
export { decode, type DecodedText, type Encoding, type LetterWarning } from "./decode.ts";
export { detect, fileKinds, maxFileBytes, type Detected, type FileKind } from "./detect.ts";
export { exportNames, type ExportName } from "./knownExports.ts";
export { contactNamer, fileHash, normalised } from "./identity.ts";
export { dayOrder, readMoment, type Moment } from "./moment.ts";
export {
  findPersonalData,
  maskPersonalData,
  type PersonalDataFound,
  type PersonalDataKind,
  personalDataKinds,
} from "./personalData.ts";
export { MappingMismatch, preview, readContacts, type Preview, type ReadingChoices } from "./readContacts.ts";
export { isRefusal, refuse, type Refusal, type RefusalCode } from "./refusal.ts";
export { languageOf, stem as stemOf, stemsForIndex, wordsOf, type Language } from "./search/analyse.ts";
export {
  compoundEdges,
  compoundsOf,
  isHit,
  keysOf,
  marksIn,
  phraseKeys,
  understand,
  type SearchTerm,
} from "./search/query.ts";
export { likeness, trigramsOf } from "./search/similar.ts";
export { countPersonalData, maskContact, samplePersonalData } from "./maskContact.ts";
export { openTable } from "./formats/csv.ts";
export { openZip } from "./formats/zip.ts";
export { openSpreadsheet } from "./formats/spreadsheet.ts";
export { scales, type Scale } from "./scales.ts";
export { soundFormat, soundFormats, type SoundFormat } from "./soundFormat.ts";
