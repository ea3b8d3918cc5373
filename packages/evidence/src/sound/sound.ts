import { cutOpus, type OpusSound, opusSeconds, readOpus, silenceOpus, writeOpus } from "./opus.ts";
import type { Stretch } from "./stretch.ts";
import { cutWav, readWav, silenceWav, type WavSound, wavSeconds, writeWav } from "./wav.ts";

/** A recording in a form that can be silenced and cut without being decoded. */
export type Sound =
  | { readonly form: "opus"; readonly opus: OpusSound }
  | { readonly form: "wav"; readonly wav: WavSound };

/** Bytes to a recording; null when they are neither Ogg Opus nor WAV, whatever they call themselves. Never throws. */
export function readSound(bytes: Uint8Array): Sound | null {
  const opus = readOpus(bytes);
  if (opus !== null) return { form: "opus", opus };
  const wav = readWav(bytes);
  return wav === null ? null : { form: "wav", wav };
}

/** The bytes of a recording, with nothing in them beside the sound. */
export function writeSound(sound: Sound): Uint8Array<ArrayBuffer> {
  return sound.form === "opus" ? writeOpus(sound.opus) : writeWav(sound.wav);
}

export function secondsOf(sound: Sound): number {
  return sound.form === "opus" ? opusSeconds(sound.opus) : wavSeconds(sound.wav);
}

/** The same recording with nothing to be heard in these stretches. */
export function silenceSound(sound: Sound, stretches: readonly Stretch[]): Sound {
  if (sound.form === "opus") return { form: "opus", opus: silenceOpus(sound.opus, stretches) };
  return { form: "wav", wav: silenceWav(sound.wav, stretches) };
}

/** A stretch of a recording and nothing beside; null when it lies outside. */
export function cutSound(sound: Sound, stretch: Stretch): Sound | null {
  if (sound.form === "opus") {
    const opus = cutOpus(sound.opus, stretch);
    return opus === null ? null : { form: "opus", opus };
  }
  const wav = cutWav(sound.wav, stretch);
  return wav === null ? null : { form: "wav", wav };
}

/** How a browser is told what it gets. */
export const soundTypes = { opus: "audio/ogg; codecs=opus", wav: "audio/wav" } as const satisfies Record<
  Sound["form"],
  string
>;
