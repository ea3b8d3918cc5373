import { Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";

type Props = {
  /** Where the sound is fetched, at the first press. */
  readonly src: string;
  /** What the button says and is called, playing and not. */
  readonly words: { readonly play: string; readonly pause: string };
};

let heard: HTMLAudioElement | null = null;

/** Stops what a button has begun to play: two voices at once are none. */
export function stopClips(): void {
  heard?.pause();
  heard = null;
}

/** Plays a piece of sound from its beginning, or stops it when it is being heard: for what is no button of its own. */
export function turnClip(src: string): void {
  const playing = heard !== null && !heard.paused && heard.getAttribute("src") === src;
  stopClips();
  if (playing) return;
  const element = new Audio(src);
  heard = element;
  // A sound that cannot be had stays silent: its words stand beside it.
  element.play().catch(() => undefined);
}

/** Plays a piece of sound in this window. */
export function PlayClip({ src, words }: Props) {
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState(false);
  // A clip that is gone from the screen, or is another one now, is not heard on.
  useEffect(() => () => audio?.pause(), [audio]);
  const press = (): void => {
    if (playing && audio) {
      audio.pause();
      return;
    }
    stopClips();
    const element = new Audio(src);
    element.addEventListener("pause", () => setPlaying(false));
    element.addEventListener("error", () => setPlaying(false));
    heard = element;
    setAudio(element);
    setPlaying(true);
    element.play().catch(() => setPlaying(false));
  };
  return (
    <button
      type="button"
      className="play-clip"
      aria-label={playing ? words.pause : words.play}
      onClick={press}
    >
      {playing ? <Pause size={13} aria-hidden="true" /> : <Play size={13} aria-hidden="true" />}
      <span aria-hidden="true">{words.play}</span>
    </button>
  );
}
