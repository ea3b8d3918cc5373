import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { recordVoice } from "./recordVoice.ts";

/** A browser's recorder that knows these forms, and what it was told. */
function browserThatKnows(...forms: string[]) {
  const told: { mimeType?: string } = {};
  class Recorder extends EventTarget {
    static isTypeSupported = (form: string): boolean => forms.includes(form);
    state = "inactive";
    readonly mimeType: string;
    constructor(_stream: unknown, { mimeType }: { mimeType?: string }) {
      super();
      this.mimeType = mimeType ?? "";
      if (mimeType !== undefined) told.mimeType = mimeType;
    }
    start(): void {
      this.state = "recording";
    }
    stop(): void {
      this.state = "inactive";
      this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob(["voice"]) }));
      this.dispatchEvent(new Event("stop"));
    }
  }
  vi.stubGlobal("MediaRecorder", Recorder);
  return told;
}

const track = Object.assign(new EventTarget(), { stop: vi.fn<() => void>() });
const stream = { getTracks: () => [track], getAudioTracks: () => [track] };

/** A microphone that is as loud as this; or the reason for which there is none. */
function microphone(given: number | string): void {
  const getUserMedia = async () => {
    if (typeof given === "string") throw new DOMException("", given);
    return stream;
  };
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
  const analyser = {
    fftSize: 0,
    getFloatTimeDomainData: (samples: Float32Array) => samples.fill(typeof given === "number" ? -given : 0),
  };
  const context = {
    createAnalyser: () => analyser,
    createMediaStreamSource: () => ({ connect: () => {} }),
    close: async () => {},
  };
  vi.stubGlobal(
    "AudioContext",
    vi.fn(function make() {
      return context;
    }),
  );
}

const heard: [number, number][] = [];
const listening = {
  onLevel: (level: number, seconds: number) => void heard.push([level, seconds]),
  onEnd: vi.fn<() => void>(),
};

beforeEach(() => {
  heard.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe("recording a voice", () => {
  test.each([
    ["refused by the person", "NotAllowedError", "refused"],
    ["not there", "NotFoundError", "none"],
    ["held by another program", "NotReadableError", "busy"],
    ["of a kind that nobody knows", "NotSupportedError", "unable"],
  ])("a microphone that is %s is told by its name", async (_, thrown, reason) => {
    browserThatKnows("audio/webm;codecs=opus");
    microphone(thrown);
    expect(await recordVoice(listening)).toBe(reason);
  });

  test("a page without https, to which a browser shows no microphone, is told too", async () => {
    browserThatKnows("audio/webm;codecs=opus");
    vi.stubGlobal("navigator", {});
    expect(await recordVoice(listening)).toBe("unable");
  });

  test("Safari, which knows mp4 only, records mp4; the microphone is off when it ends", async () => {
    const told = browserThatKnows("audio/mp4");
    microphone(0.5);
    const recorder = await recordVoice(listening);
    if (typeof recorder === "string") throw new Error(recorder);
    await vi.advanceTimersByTimeAsync(1_050);
    const said = await recorder.stop();
    expect([told.mimeType, said.type, await said.text()]).toEqual(["audio/mp4", "audio/mp4", "voice"]);
    expect(heard).toHaveLength(10);
    expect(heard.at(-1)).toEqual([0.5, 1]);
    expect(track.stop).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toHaveLength(10);
  });

  test("a microphone that is unplugged says so", async () => {
    browserThatKnows();
    microphone(0.2);
    await recordVoice(listening);
    track.dispatchEvent(new Event("ended"));
    expect(listening.onEnd).toHaveBeenCalledOnce();
  });
});
