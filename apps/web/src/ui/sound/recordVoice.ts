/** Why nothing can be recorded: there is no microphone, it was refused, something else holds it, or this browser cannot. */
export type NoVoice = "none" | "refused" | "busy" | "unable";

/** A microphone that is on. */
export type VoiceRecorder = {
  /** Ends the recording; resolves with what was said, in whichever form this browser records. */
  readonly stop: () => Promise<Blob>;
  /** Ends it and throws it away. */
  readonly cancel: () => void;
};

type Heard = {
  /** Several times a second: how loud it is, 0 to 1, and for how many seconds it has been recorded. */
  readonly onLevel: (level: number, seconds: number) => void;
  /** The microphone was taken away: unplugged, or the phone went to sleep. */
  readonly onEnd: () => void;
};

/** Safari knows mp4 only; whatever it is, the same browser reads it again before anything is sent. */
const FORMS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
/** ms between two looks at the level */
const LOOK_EVERY = 100;
/** Samples in one look: more than come between two, so that no sound falls between them. */
const LOOKED_AT = 8_192;
/** What is left of a level by the next look: it falls slowly enough to be seen. */
const FALLS_TO = 0.8;

function reasonOf(error: unknown): NoVoice {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "unable";
}

/** Turns the microphone on, for which the browser asks the person, and records; a reason instead when it cannot be. */
export async function recordVoice({ onLevel, onEnd }: Heard): Promise<VoiceRecorder | NoVoice> {
  // Without https a browser shows no microphone to any page.
  if (!("MediaRecorder" in globalThis) || !("mediaDevices" in navigator)) return "unable";
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (error) {
    return reasonOf(error);
  }
  const mimeType = FORMS.find((form) => MediaRecorder.isTypeSupported(form));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
  const ended = new Promise<Blob>((resolve) =>
    recorder.addEventListener("stop", () => resolve(new Blob(pieces, { type: recorder.mimeType }))),
  );
  const level = lookAtLevel(stream, onLevel);
  stream.getAudioTracks()[0]?.addEventListener("ended", onEnd);
  recorder.start();
  const end = (): void => {
    level.close();
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: () => {
      end();
      return ended;
    },
    cancel: end,
  };
}

function lookAtLevel(stream: MediaStream, onLevel: Heard["onLevel"]): { close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  analyser.fftSize = LOOKED_AT;
  const samples = new Float32Array(analyser.fftSize);
  let level = 0;
  const began = performance.now();
  const look = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    level = Math.min(1, Math.max(loudest, level * FALLS_TO));
    onLevel(level, (performance.now() - began) / 1000);
  }, LOOK_EVERY);
  return {
    close: () => {
      clearInterval(look);
      void context.close();
    },
  };
}
