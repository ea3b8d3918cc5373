import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RecordingEntry } from "../../../api/recordings.ts";
import { clockOf } from "../../../ui/clockOf.ts";
import type { Stretch } from "./spoken.ts";

const height = 56;
const bars = 120;
const stepS = 2;
const shortestS = 0.3;

type Props = {
  readonly recording: RecordingEntry;
  readonly now: number;
  /** The element that tells the keys. */
  readonly help: string;
  readonly stretch: Stretch | null;
  readonly onSeek: (seconds: number) => void;
  readonly onToggle: () => void;
  readonly onStretch: (stretch: Stretch | null) => void;
};

/** How loud a recording is along its time: press to go there, drag (or Shift with the arrows) to select a stretch. */
export function Waveform({ recording, now, help, stretch, onSeek, onToggle, onStretch }: Props) {
  const { t } = useTranslation();
  const { seconds, silenced } = recording;
  const root = useRef<HTMLDivElement>(null);
  const pressed = useRef<number | null>(null);
  const within = (at: number): number => Math.min(seconds, Math.max(0, at));
  const secondOf = (event: PointerEvent): number => {
    const box = root.current?.getBoundingClientRect();
    return box ? within(((event.clientX - box.left) / box.width) * seconds) : 0;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowLeft: -stepS, ArrowRight: stepS, PageDown: -15, PageUp: 15 }[event.key];
    if (event.key === " " || event.key === "Enter") onToggle();
    else if (by !== undefined && event.shiftKey) onStretch(grown(stretch, now, by, seconds));
    else if (by !== undefined) onSeek(within(now + by));
    else if (event.key === "Home") onSeek(0);
    else if (event.key === "End") onSeek(seconds);
    else if (event.key === "Escape" && stretch) {
      onStretch(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  const left = (at: number): string => `${(at / seconds) * 100}%`;
  const place = ({ from, to }: Stretch) => ({ left: left(from), width: left(to - from) });
  return (
    <div
      ref={root}
      className="waveform"
      role="slider"
      tabIndex={0}
      aria-label={t("sound.waveform")}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(now)}
      aria-valuetext={t("sound.at", { at: clockOf(now), whole: clockOf(seconds) })}
      aria-describedby={help}
      onKeyDown={press}
      onPointerDown={(event) => {
        pressed.current = secondOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const from = pressed.current;
        const to = secondOf(event);
        if (from !== null && Math.abs(to - from) >= shortestS)
          onStretch({ from: Math.min(from, to), to: Math.max(from, to) });
      }}
      onPointerUp={(event) => {
        const from = pressed.current;
        pressed.current = null;
        if (from !== null && Math.abs(secondOf(event) - from) < shortestS) onSeek(from);
      }}
    >
      <svg viewBox={`0 0 ${bars * 3} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {barsOf(recording.peaks).map((peak, n) => {
          const tall = Math.max(2, (peak / 100) * height);
          const heard = (n / bars) * seconds <= now;
          return (
            <rect
              key={n}
              x={n * 3}
              y={(height - tall) / 2}
              width={2}
              height={tall}
              rx={1}
              className={heard ? "waveform__heard" : undefined}
            />
          );
        })}
      </svg>
      {silenced.map((one) => (
        <span
          key={one.from}
          className="waveform__silenced"
          style={place(one)}
          title={t("sound.silencedStretch")}
        />
      ))}
      {stretch && <span className="waveform__stretch" style={place(stretch)} />}
      <span className="waveform__now" style={{ left: left(now) }} />
    </div>
  );
}

/** A stretch that begins where one is and grows, or shrinks, at its end. */
function grown(stretch: Stretch | null, now: number, by: number, seconds: number): Stretch | null {
  const from = stretch?.from ?? now;
  const to = Math.min(seconds, (stretch?.to ?? now) + by / 2);
  return to - from < shortestS ? null : { from, to };
}

/** The loudest of each part, in as many parts as there are bars; flat when nobody has looked. */
function barsOf(peaks: readonly number[]): number[] {
  const share = peaks.length / bars;
  return Array.from({ length: bars }, (_, n) => {
    if (peaks.length === 0) return 0;
    const from = Math.floor(n * share);
    return Math.max(...peaks.slice(from, Math.max(from + 1, Math.floor((n + 1) * share))));
  });
}
