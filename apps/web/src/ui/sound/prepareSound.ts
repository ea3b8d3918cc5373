import { writeWav } from "@polku/evidence/sound";
import { canEncode, encodeOpus } from "./encodeOpus.ts";

/** Speech needs no more; every browser decodes to it. */
export const SOUND_RATE = 16_000;
const rate = SOUND_RATE;
const mostPeaks = 1_200;
const peaksASecond = 10;

/** A recording as the server keeps it, and how loud it is. */
export type PreparedSound = {
  readonly file: Blob;
  readonly peaks: readonly number[];
  readonly seconds: number;
};

/** The browser cannot make sound of this file. */
export class NoSound extends Error {
  override readonly name = "NoSound";
}

/**
 * Reads a recording of any format that the browser knows and makes it what the server keeps: mono, Ogg Opus, or WAV where the browser cannot
 * encode. Rejects with `NoSound`. `told` hears how far it is, 0 to 1.
 */
export async function prepareSound(file: Blob, told: (part: number) => void): Promise<PreparedSound> {
  return packSound(await readSamples(file), told);
}

/** Mono samples as the server keeps them: Ogg Opus, or WAV where the browser cannot encode. */
export async function packSound(
  samples: Float32Array<ArrayBuffer>,
  told: (part: number) => void,
): Promise<PreparedSound> {
  const peaks = peaksOf(samples);
  const seconds = samples.length / rate;
  if (await canEncode(rate)) {
    const opus = await encodeOpus(samples, rate, told);
    return { file: new Blob([opus], { type: "audio/ogg" }), peaks, seconds };
  }
  return { file: new Blob([wavOf(samples)], { type: "audio/wav" }), peaks, seconds };
}

/** The sound of a file of any format that the browser knows: mono samples at `SOUND_RATE`. Rejects with `NoSound`. */
export async function readSamples(file: Blob): Promise<Float32Array<ArrayBuffer>> {
  const context = new OfflineAudioContext(1, 1, rate);
  let buffer: AudioBuffer;
  try {
    buffer = await context.decodeAudioData(await file.arrayBuffer());
  } catch (error) {
    throw new NoSound("the browser cannot decode it", { cause: error });
  }
  if (buffer.length === 0) throw new NoSound("it is empty");
  return mixed(buffer);
}

function mixed(buffer: AudioBuffer): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(buffer.length);
  const share = 1 / buffer.numberOfChannels;
  for (let channel = 0; channel < buffer.numberOfChannels; channel += 1) {
    const data = buffer.getChannelData(channel);
    for (let n = 0; n < samples.length; n += 1) samples[n] = (samples[n] ?? 0) + (data[n] ?? 0) * share;
  }
  return samples;
}

/** How loud it is in equal parts, 0 to 100, the loudest being 100. */
function peaksOf(samples: Float32Array): number[] {
  const count = Math.max(1, Math.min(mostPeaks, Math.ceil((samples.length / rate) * peaksASecond)));
  const part = samples.length / count;
  const loud = Array.from({ length: count }, (_, n) => {
    let most = 0;
    for (let at = Math.floor(n * part); at < Math.floor((n + 1) * part); at += 1)
      most = Math.max(most, Math.abs(samples[at] ?? 0));
    return most;
  });
  const loudest = Math.max(...loud);
  return loud.map((peak) => (loudest === 0 ? 0 : Math.round((peak / loudest) * 100)));
}

function wavOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const data = new Int16Array(samples.length);
  for (let n = 0; n < samples.length; n += 1)
    data[n] = Math.round(Math.max(-1, Math.min(1, samples[n] ?? 0)) * 32_767);
  return writeWav({ coding: 1, channels: 1, rate, bits: 16, data: new Uint8Array(data.buffer) });
}
