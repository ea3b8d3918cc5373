import { ChevronLeft, ChevronRight, Pause, Play, Users, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { soundOfQuote } from "../../api/recordings.ts";
import type { OtherPerson } from "../../session/presence.ts";
import { useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { stopClips, turnClip } from "../../ui/PlayClip.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { stayAt } from "./stops.ts";
import { StopView } from "./StopView.tsx";
import { useStops } from "./useStops.ts";
import { useWalkKeys } from "./useWalkKeys.ts";
import { WalkCurve } from "./WalkCurve.tsx";
import { WalkEnd } from "./WalkEnd.tsx";
import "./walk.css";

/** What stands for the end of the walk where its place is told to others. */
export const END = "end";

type Props = {
  /** Whoever leads the walk that this window goes along with. */
  readonly leader: OtherPerson | undefined;
  readonly onLeave: () => void;
};

/** The journey walked as a customer walks it, over the whole screen: the customer's lanes and words, and nothing of the house. */
export default function Walk({ leader, onLeave }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const stops = useStops();
  const [own, setOwn] = useState(0);
  const [leads, setLeads] = useState(false);
  const [runs, setRuns] = useState(false);
  const words = useRef<HTMLDivElement>(null);
  const place = useTakesFocus<HTMLElement>();
  const led = leader
    ? leader.walk === END
      ? stops.length
      : stops.findIndex(({ id }) => id === leader.walk)
    : -1;
  const at = Math.min(leader ? Math.max(0, led) : own, stops.length);
  const stop = stops[at];
  useLeading(leads && !leader, stop?.id ?? END);
  useCall(stop?.quotes[0], leader ? "followed" : leads ? "toAll" : "alone");

  const go = (to: number): void => {
    if (!leader) setOwn(Math.max(0, Math.min(stops.length, to)));
  };
  useEffect(() => {
    if (!runs || leader || !stop) return;
    const timer = setTimeout(() => setOwn(at + 1), stayAt(stop));
    return () => clearTimeout(timer);
  }, [runs, leader, stop, at]);
  useWalkKeys({
    next: () => go(at + 1),
    before: () => go(at - 1),
    first: () => go(0),
    last: () => go(stops.length),
    read: (direction) => words.current?.scrollBy({ top: direction * 120 }),
    leave: onLeave,
  });
  useOpenPanel("walk");
  return (
    <section ref={place} className="walk" aria-label={t("walk.title")} tabIndex={-1}>
      <header className="walk__bar">
        <span className="walk__at">
          {stop ? t("walk.stopOf", { at: at + 1, of: stops.length }) : t("walk.title")}
          {leader && ` · ${t("walk.ledBy", { name: leader.user.name })}`}
        </span>
        {canEdit && !leader && (
          <Button
            className="button--small"
            icon={<Users size={16} />}
            aria-pressed={leads}
            onClick={() => setLeads(!leads)}
          >
            {t("walk.lead")}
          </Button>
        )}
        <IconButton label={t("walk.leave")} onClick={onLeave}>
          <X size={20} />
        </IconButton>
      </header>
      <div ref={words} className="walk__stop" aria-live="polite" key={stop?.id ?? END}>
        {stop ? (
          <StopView
            stop={stop}
            onPlayToAll={leads && !leader ? (quoteId) => session.listening.play(quoteId, 0) : undefined}
          />
        ) : (
          <WalkEnd journeyId={session.journeyId} onWriting={onLeave} />
        )}
      </div>
      <footer className="walk__foot">
        <WalkCurve stops={stops} upTo={at} />
        {!leader && (
          <div className="walk__steps">
            <IconButton label={t("walk.before")} disabled={at === 0} onClick={() => go(at - 1)}>
              <ChevronLeft size={22} />
            </IconButton>
            <IconButton
              label={t(runs ? "walk.stop" : "walk.run")}
              aria-pressed={runs}
              onClick={() => setRuns(!runs)}
            >
              {runs ? <Pause size={20} /> : <Play size={20} />}
            </IconButton>
            <IconButton label={t("walk.next")} disabled={!stop} onClick={() => go(at + 1)}>
              <ChevronRight size={22} />
            </IconButton>
            <span className="walk__keys">{t("walk.keys")}</span>
          </div>
        )}
      </footer>
    </section>
  );
}

/** Takes everybody along while this window leads. */
function useLeading(leads: boolean, at: string): void {
  const { presence } = useSession();
  useEffect(() => {
    if (leads) presence.walk(at);
  }, [leads, at, presence]);
  useEffect(() => {
    if (!leads) return;
    return () => presence.walk(null);
  }, [leads, presence]);
}

/** The call of a stop is heard on arrival and ends on leaving: by everybody when this window leads, and by it alone when it walks alone. */
function useCall(
  quote: { readonly id: string; readonly clip: unknown } | undefined,
  how: "alone" | "toAll" | "followed",
): void {
  const { listening } = useSession();
  const called = quote?.clip ? quote.id : undefined;
  useEffect(() => {
    if (called === undefined || how === "followed") return;
    if (how === "toAll") {
      listening.play(called, 0);
      return () => listening.end();
    }
    turnClip(soundOfQuote(called));
    return () => stopClips();
  }, [called, how, listening]);
}
