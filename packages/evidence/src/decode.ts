/** How the letters of a file are written in bytes. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a person should know about the letters before importing. */
export type LetterWarning = "lost-letters" | "twice-encoded";

export interface DecodedText {
  /** Text without byte order mark, line ends as \n, letters composed (NFC). */
  readonly text: string;
  readonly encoding: Encoding;
  readonly warnings: readonly LetterWarning[];
}

/**
 * Bytes to text: byte order mark, then strict UTF-8, then UTF-16 by its NUL pattern, else Windows-1252.
 * Never throws. Charset guessers are not used: one called a short Finnish 1252 text Shift_JIS.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  const text = raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
  return { text, encoding, warnings: letterWarnings(text) };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const wide = nulPattern(bytes);
  if (wide !== null) return wide;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return mostlyUtf8(bytes) ? "utf-8" : "windows-1252";
  }
}

/** Western text in UTF-16 has a NUL in nearly every second byte. */
function nulPattern(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

/** One damaged byte must not turn every ä of a UTF-8 file into Ã¤. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let good = 0;
  let bad = 0;
  for (const letter of text) {
    if (letter === "\uFFFD") bad += 1;
    else if (letter > "\u007F") good += 1;
  }
  return good > bad;
}

function letterWarnings(text: string): LetterWarning[] {
  const sample = text.slice(0, 200_000);
  const warnings: LetterWarning[] = [];
  const holes = sample.match(/(?<![/\w.-])\p{Ll}+\?{1,2}\p{Ll}+/gu)?.length ?? 0;
  if (sample.includes("\uFFFD") || holes >= 2) warnings.push("lost-letters");
  if ((sample.match(/Ã[¤¶¥„–…]/g)?.length ?? 0) >= 2) warnings.push("twice-encoded");
  return warnings;
}
