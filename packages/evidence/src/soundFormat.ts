/** The kinds of sound recording that are known by their first bytes. */
export const soundFormats = ["wav", "mp3", "m4a", "ogg", "opus", "flac", "webm"] as const;
export type SoundFormat = (typeof soundFormats)[number];

/** What a recording is by its bytes, never by its name; null when it is none, or holds a picture that moves. */
export function soundFormat(bytes: Uint8Array): SoundFormat | null {
  const head = latin(bytes.subarray(0, 64));
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WAVE") return "wav";
  if (head.startsWith("fLaC")) return "flac";
  if (head.startsWith("OggS")) return oggFormat(bytes);
  if (head.startsWith("\x1AE\xDF\xA3")) return matroskaSound(bytes);
  if (head.slice(4, 8) === "ftyp") return mp4Sound(bytes, head);
  if (head.startsWith("ID3")) return "mp3";
  return isMpegFrame(bytes) ? "mp3" : null;
}

/** Ogg holds many things; the first packet of its first page says which. */
function oggFormat(bytes: Uint8Array): SoundFormat | null {
  const page = latin(bytes.subarray(0, 512));
  if (page.includes("OpusHead")) return "opus";
  if (page.includes("theora")) return null;
  return page.includes("\x01vorbis") || page.includes("\x7FFLAC") || page.includes("Speex   ") ? "ogg" : null;
}

/** Browsers record sound into WebM and players call it video; the names of its codecs tell. */
function matroskaSound(bytes: Uint8Array): SoundFormat | null {
  const start = latin(bytes.subarray(0, 64 * 1024));
  if (/V_(VP[89]|AV1|MPEG|THEORA|UNCOMPRESSED)/.test(start)) return null;
  return /A_(OPUS|VORBIS|AAC|FLAC|MPEG|PCM)/.test(start) ? "webm" : null;
}

/** Apple's brand says sound; other phones write a general brand, and a film has a track of pictures (`vide`). */
function mp4Sound(bytes: Uint8Array, head: string): SoundFormat | null {
  if (/^M4[AB] $/.test(head.slice(8, 12))) return "m4a";
  const ends =
    latin(bytes.subarray(0, 256 * 1024)) + latin(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)));
  return ends.includes("soun") && !ends.includes("vide") ? "m4a" : null;
}

/** An MPEG frame without tags: its sync, a layer, a bit rate and a sampling rate that exist; ADTS and UTF-16 have none. */
function isMpegFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const layer = (second >> 1) & 3;
  const version = (second >> 3) & 3;
  const rate = third >> 4;
  return (
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    layer === 1 &&
    version !== 1 &&
    rate !== 0 &&
    rate !== 15 &&
    ((third >> 2) & 3) !== 3
  );
}

function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join("");
}
