import { useEffect, useRef, useState } from "react";
import { type NoVoice, recordVoice, type VoiceRecorder } from "../../ui/sound/recordVoice.ts";
import type { Spoken } from "./joinVoices.ts";

/** Why nothing was recorded of a moment: no microphone, or nothing in it that could be heard. */
export type VoiceTrouble = NoVoice | "unreadable" | "quiet";

/** What is being recorded: of which moment, how loud it is now (0 to 1), for how many seconds, and for how many at most. */
type Recording = {
  readonly id: string;
  readonly level: number;
  readonly seconds: number;
  readonly room: number;
};

export type Voices = {
  /** By the moment that is told; what belongs to none has the id "". */
  readonly spoken: ReadonlyMap<string, Spoken>;
  readonly recording: Recording | null;
  /** The browser is asked, or what was said is being read. */
  readonly busy: boolean;
  readonly trouble: { readonly id: string; readonly kind: VoiceTrouble } | null;
  /** How many seconds may still be spoken, all moments together. */
  readonly left: number;
  readonly start: (id: string) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly remove: (id: string) => void;
};

/** Quieter than this all the way is a microphone that is switched off, not somebody who speaks. */
const QUIET = 0.01;
const SHORTEST = 0.3;

/** What a participant says aloud, kept in this page until it is sent; `most` seconds together. */
export function useVoices(most: number): Voices {
  const [spoken, setSpoken] = useState<ReadonlyMap<string, Spoken>>(new Map());
  const [recording, setRecording] = useState<Recording | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Voices["trouble"]>(null);
  const recorder = useRef<{ id: string; machine: VoiceRecorder; loudest: number } | null>(null);
  useEffect(
    () => () => {
      recorder.current?.machine.cancel();
      recorder.current = null;
    },
    [],
  );
  const used = [...spoken.values()].reduce((sum, { seconds }) => sum + seconds, 0);

  const forget = (id: string): void => {
    const said = spoken.get(id);
    if (said) URL.revokeObjectURL(said.address);
  };

  const stop = async (): Promise<void> => {
    const running = recorder.current;
    if (!running) return;
    recorder.current = null;
    setBusy(true);
    const blob = await running.machine.stop();
    setRecording(null);
    const kept = await read(blob);
    setBusy(false);
    const tooQuiet = running.loudest < QUIET || (kept?.seconds ?? 0) < SHORTEST;
    if (kept === null || tooQuiet)
      setTrouble({ id: running.id, kind: kept === null ? "unreadable" : "quiet" });
    else {
      forget(running.id);
      setSpoken((before) => new Map(before).set(running.id, kept));
    }
  };

  const start = async (id: string): Promise<void> => {
    await stop();
    setTrouble(null);
    setBusy(true);
    // Said anew, it takes the room of what was said before.
    const room = most - used + (spoken.get(id)?.seconds ?? 0);
    const machine = await recordVoice({
      onLevel: (level, seconds) => {
        const now = recorder.current;
        if (now?.id !== id) return;
        now.loudest = Math.max(now.loudest, level);
        setRecording({ id, level, seconds, room });
        if (seconds >= room) void stop();
      },
      onEnd: () => void stop(),
    });
    setBusy(false);
    if (typeof machine === "string") {
      setTrouble({ id, kind: machine });
      return;
    }
    recorder.current = { id, machine, loudest: 0 };
    setRecording({ id, level: 0, seconds: 0, room });
  };

  const remove = (id: string): void => {
    forget(id);
    setSpoken((before) => new Map([...before].filter(([other]) => other !== id)));
  };
  return { spoken, recording, busy, trouble, left: most - used, start, stop, remove };
}

/** What the browser recorded, as samples; null when it cannot read it. */
async function read(blob: Blob): Promise<Spoken | null> {
  const { NoSound, readSamples, SOUND_RATE } = await import("../../ui/sound/prepareSound.ts");
  try {
    const samples = await readSamples(blob);
    return { address: URL.createObjectURL(blob), samples, seconds: samples.length / SOUND_RATE };
  } catch (error) {
    if (error instanceof NoSound) return null;
    throw error;
  }
}
