import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkshopTimer } from "../../api/workshop.ts";
import { chime, wantsChime } from "./chime.ts";

type Props = { readonly timer: WorkshopTimer; readonly ahead: number };

/** What is left of a timer, whole seconds; `ahead` as in KnownWorkshop. */
export function secondsLeft(timer: WorkshopTimer, ahead: number, now: number): number {
  const left = timer.state === "running" ? timer.endsAt - (now + ahead) : timer.leftMs;
  return Math.max(0, Math.ceil(left / 1000));
}

/** 754 → "12:34" */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The time that is left, the same on every screen; what matters of it is said aloud too. */
export function StepTimer({ timer, ahead }: Props) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  const runs = timer.state === "running";
  useEffect(() => {
    if (!runs) return;
    const look = (): void => setNow(Date.now());
    // At once too: while it stood, nothing looked at the clock.
    const first = setTimeout(look, 0);
    const tick = setInterval(look, 250);
    return () => {
      clearTimeout(first);
      clearInterval(tick);
    };
  }, [runs]);
  const left = secondsLeft(timer, ahead, now);
  const isOver = runs && left === 0;
  return (
    <>
      <span
        className="step-timer"
        role="timer"
        aria-label={t("workshop.timer.name")}
        data-runs={runs || undefined}
        data-over={isOver || undefined}
      >
        {isOver ? t("workshop.timer.over") : clockFace(left)}
      </span>
      <Announcement left={left} runs={runs} />
    </>
  );
}

/** Says when the timer starts, when a minute is left and when it is over: not every second. */
function Announcement({ left, runs }: { readonly left: number; readonly runs: boolean }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const before = useRef({ left, runs: false });
  useEffect(() => {
    const was = before.current;
    before.current = { left, runs };
    if (!runs) return;
    if (!was.runs && left > 0)
      setWords(t("workshop.timer.started", { count: Math.max(1, Math.round(left / 60)) }));
    else if (was.left > 60 && left <= 60 && left > 0) setWords(t("workshop.timer.minuteLeft"));
    else if (was.left > 0 && left === 0) {
      setWords(t("workshop.timer.isOver"));
      if (wantsChime()) chime();
    }
  }, [left, runs, t]);
  return (
    <span className="visually-hidden" role="status">
      {words}
    </span>
  );
}
