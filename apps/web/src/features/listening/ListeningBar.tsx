import { placeAt, type Listening } from "@polku/protocol";
import { Pause, Play, RotateCcw, Volume2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { soundOfQuote } from "../../api/recordings.ts";
import { useCanEdit, useListening, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { stopClips } from "../../ui/PlayClip.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { stepTo } from "./follow.ts";
import "./listening.css";

const tickMs = 250;
const backS = 5;

/** What the room hears together, with its words as they come; nothing while it hears nothing. */
export function ListeningBar() {
  const listening = useListening();
  return listening === null ? null : <Hearing key={listening.quoteId} listening={listening} />;
}

function Hearing({ listening }: { readonly listening: Listening }) {
  const { t } = useTranslation();
  const board = useSession().listening;
  const canEdit = useCanEdit();
  useOpenPanel("listening");
  const quote = useQuotes().get(listening.quoteId);
  const clip = quote?.clip ?? null;
  const { audio, place, blocked, unblock } = useTogether(listening, board.serverNow);
  const length = clip ? clip.to - clip.from : 0;
  const caption = clip?.captions.findLast(({ from }) => from <= place) ?? clip?.captions[0];
  const isOver = clip !== null && place >= length;
  const runs = listening.playing && !isOver;
  return (
    <section className="listening" aria-label={t("sound.together.title")}>
      {clip && (
        // Its words are shown as they come.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio ref={audio} src={soundOfQuote(listening.quoteId)} preload="auto" data-together />
      )}
      <p className="listening__by">{t("sound.together.by", { name: listening.by })}</p>
      {clip ? (
        <blockquote className="listening__words">
          {caption && <span className="listening__who">{t(`speaker.${caption.speaker}`)}</span>}
          {caption?.text ?? quote?.text}
        </blockquote>
      ) : (
        <p>{t("sound.together.gone")}</p>
      )}
      <div className="listening__line">
        {canEdit && clip && (
          <>
            <IconButton
              label={t(runs ? "sound.together.pause" : "sound.together.play")}
              onClick={() =>
                runs
                  ? board.pause(listening.quoteId, Math.min(length, place))
                  : board.play(listening.quoteId, isOver ? 0 : place)
              }
            >
              {runs ? <Pause size={18} /> : <Play size={18} />}
            </IconButton>
            <IconButton
              label={t("sound.together.back")}
              onClick={() => {
                const at = Math.max(0, Math.min(length, place) - backS);
                if (runs) board.play(listening.quoteId, at);
                else board.pause(listening.quoteId, at);
              }}
            >
              <RotateCcw size={18} />
            </IconButton>
          </>
        )}
        {clip && (
          <progress
            className="listening__place"
            max={length}
            value={Math.min(length, place)}
            aria-label={t("sound.together.place")}
          />
        )}
        {canEdit && (
          <IconButton label={t("sound.together.end")} onClick={() => board.end()}>
            <X size={18} />
          </IconButton>
        )}
      </div>
      {blocked && clip && (
        <p className="listening__join">
          <Button look="primary" icon={<Volume2 size={16} />} onClick={unblock}>
            {t("sound.together.join")}
          </Button>
          {t("sound.together.joinSays")}
        </p>
      )}
    </section>
  );
}

/** Keeps this window's player where the room is. `blocked`: the browser waits for a press before it plays. */
function useTogether(listening: Listening, serverNow: () => number) {
  const audio = useRef<HTMLAudioElement>(null);
  const [place, setPlace] = useState(() => placeAt(listening, serverNow()));
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    stopClips();
    const follow = (): void => {
      const element = audio.current;
      const room = placeAt(listening, serverNow());
      setPlace(room);
      if (!element || element.readyState === 0) return;
      const isOver = room >= element.duration;
      const waits = listening.playing && serverNow() < listening.since;
      if (!listening.playing || isOver || waits) {
        if (!element.paused) element.pause();
        if (!isOver && Math.abs(element.currentTime - room) > 0.01) element.currentTime = room;
        return;
      }
      const { leapTo, rate } = stepTo(element.currentTime, room);
      if (leapTo !== undefined) element.currentTime = leapTo;
      element.playbackRate = rate;
      if (element.paused)
        element.play().then(
          () => setBlocked(false),
          (error: unknown) => setBlocked(error instanceof DOMException && error.name === "NotAllowedError"),
        );
    };
    follow();
    const timer = setInterval(follow, tickMs);
    const start = setTimeout(follow, Math.max(0, listening.since - serverNow()));
    return () => {
      clearInterval(timer);
      clearTimeout(start);
    };
  }, [listening, serverNow]);
  const unblock = (): void => {
    setBlocked(false);
    void audio.current?.play();
  };
  return { audio, place, blocked, unblock };
}
