import { joined } from "./ogg.ts";
import { inStretches, type Stretch } from "./stretch.ts";

/** A recording as samples in a RIFF file: PCM, float, A-law or µ-law. */
export interface WavSound {
  /** 1 PCM, 3 float, 6 A-law, 7 µ-law. */
  readonly coding: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
  readonly data: Uint8Array;
}

const codings: Readonly<Record<number, readonly number[]>> = {
  1: [8, 16, 24, 32],
  3: [32, 64],
  6: [8],
  7: [8],
};
const extensible = 0xfffe;

/** Reads a WAV file, or null when it is none that can be cut by sample. What else stands in it (names, dates) is left out. */
export function readWav(bytes: Uint8Array): WavSound | null {
  const look = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || name(0) !== "RIFF" || name(8) !== "WAVE") return null;
  let format: Omit<WavSound, "data"> | undefined;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = look.getUint32(at + 4, true);
    const body = at + 8;
    if (name(at) === "fmt " && length >= 16 && body + length <= bytes.length)
      format = {
        coding: codingOf(look, body, length),
        channels: look.getUint16(body + 2, true),
        rate: look.getUint32(body + 4, true),
        bits: look.getUint16(body + 14, true),
      };
    if (name(at) === "data") {
      if (format === undefined || !isKnown(format)) return null;
      // A recorder that was cut off leaves a length of 0 or of everything: what is there counts.
      const data = bytes.subarray(body, Math.min(bytes.length, length === 0 ? bytes.length : body + length));
      const whole = data.length - (data.length % blockOf(format));
      return whole === 0 ? null : { ...format, data: data.subarray(0, whole) };
    }
    at = body + length + (length % 2);
  }
  return null;
}

function codingOf(look: DataView, body: number, length: number): number {
  const coding = look.getUint16(body, true);
  return coding === extensible && length >= 26 ? look.getUint16(body + 24, true) : coding;
}

function isKnown({ coding, channels, rate, bits }: Omit<WavSound, "data">): boolean {
  const fits = codings[coding]?.includes(bits) === true;
  return fits && channels >= 1 && channels <= 8 && rate >= 4_000 && rate <= 192_000;
}

const blockOf = ({ channels, bits }: Omit<WavSound, "data">): number => (channels * bits) / 8;

export function wavSeconds(sound: WavSound): number {
  return sound.data.length / blockOf(sound) / sound.rate;
}

/** The byte that stands for silence. */
function silentByte({ coding, bits }: WavSound): number {
  if (coding === 6) return 0xd5;
  if (coding === 7) return 0xff;
  return bits === 8 ? 0x80 : 0;
}

function bytesOf(sound: WavSound, { from, to }: Stretch): [number, number] {
  const block = blockOf(sound);
  const edge = (seconds: number, round: (x: number) => number): number =>
    Math.min(sound.data.length, Math.max(0, round(seconds * sound.rate) * block));
  return [edge(from, Math.floor), edge(to, Math.ceil)];
}

export function silenceWav(sound: WavSound, stretches: readonly Stretch[]): WavSound {
  const data = sound.data.slice();
  const whole = { from: 0, to: wavSeconds(sound) };
  for (const stretch of stretches)
    if (inStretches(whole, [stretch])) data.fill(silentByte(sound), ...bytesOf(sound, stretch));
  return { ...sound, data };
}

/** The samples of a stretch; null when it lies outside. */
export function cutWav(sound: WavSound, stretch: Stretch): WavSound | null {
  const data = sound.data.slice(...bytesOf(sound, stretch));
  return data.length === 0 ? null : { ...sound, data };
}

export function writeWav(sound: WavSound): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(44);
  const write = new DataView(header.buffer);
  const block = blockOf(sound);
  write.setUint32(0, 0x52494646);
  write.setUint32(4, 36 + sound.data.length, true);
  write.setUint32(8, 0x57415645);
  write.setUint32(12, 0x666d7420);
  write.setUint32(16, 16, true);
  write.setUint16(20, sound.coding, true);
  write.setUint16(22, sound.channels, true);
  write.setUint32(24, sound.rate, true);
  write.setUint32(28, sound.rate * block, true);
  write.setUint16(32, block, true);
  write.setUint16(34, sound.bits, true);
  write.setUint32(36, 0x64617461);
  write.setUint32(40, sound.data.length, true);
  return joined([header, sound.data]);
}
