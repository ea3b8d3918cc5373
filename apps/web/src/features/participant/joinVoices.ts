/** Something said aloud: the address at which it is listened to again, as the browser recorded it; and mono samples, to be sent. */
export type Spoken = {
  readonly address: string;
  readonly samples: Float32Array<ArrayBuffer>;
  readonly seconds: number;
};

/** Silence between two moments, in seconds: a listener hears where one ends. */
const PAUSE = 0.25;

type Clip = { readonly from: number; readonly to: number };

/** What was said of several moments as one recording, in their order, and where in it each is told, in seconds. */
export function joinVoices(
  spoken: readonly (readonly [id: string, Spoken])[],
  rate: number,
): { samples: Float32Array<ArrayBuffer>; clips: ReadonlyMap<string, Clip> } {
  const pause = Math.round(PAUSE * rate);
  const whole = spoken.reduce((sum, [, { samples }]) => sum + samples.length + pause, 0);
  const joined = new Float32Array(whole);
  const clips = new Map<string, Clip>();
  let at = 0;
  for (const [id, { samples }] of spoken) {
    joined.set(samples, at);
    clips.set(id, { from: at / rate, to: (at + samples.length) / rate });
    at += samples.length + pause;
  }
  return { samples: joined, clips };
}
