import { Pause, Play, Trash2, VolumeX } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/people.ts";
import { soundOf, useRemoveRecording, useSilence, type RecordingEntry } from "../../../api/recordings.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Tool } from "../../../ui/Tool.tsx";
import { clockOf } from "../../../ui/clockOf.ts";
import { Trouble } from "../Trouble.tsx";
import type { Stretch } from "./spoken.ts";
import { Waveform } from "./Waveform.tsx";
import "./sound.css";

type Props = {
  readonly recording: RecordingEntry;
  readonly stretch: Stretch | null;
  /** Plays from there whenever it is another object. */
  readonly playFrom: { readonly at: number } | null;
  readonly onStretch: (stretch: Stretch | null) => void;
  readonly onTime: (seconds: number | null) => void;
};

/** The recording of a contact: heard, moved in, a stretch of it chosen for a clip or silenced. */
export function RecordingView({ recording, stretch, playFrom, onStretch, onTime }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const help = useId();
  const audio = useRef<HTMLAudioElement>(null);
  const [now, setNow] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [sure, setSure] = useState<"silence" | "remove" | null>(null);
  const seek = (seconds: number): void => {
    if (audio.current) audio.current.currentTime = seconds;
    setNow(seconds);
  };
  const toggle = (): void => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) element.pause();
    else {
      if (stretch && (now < stretch.from || now >= stretch.to)) seek(stretch.from);
      void element.play();
    }
  };
  useEffect(() => {
    const element = audio.current;
    if (!element || !playFrom) return;
    element.currentTime = playFrom.at;
    void element.play();
  }, [playFrom]);
  useEffect(() => () => onTime(null), [onTime]);
  return (
    <section className="recording" aria-label={t("sound.title")}>
      {/* The words are below, as they are spoken. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        // Another file, once a stretch of it is silenced.
        src={`${soundOf(recording.id)}?silenced=${recording.silenced.length}`}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => {
          setPlaying(false);
          onTime(null);
        }}
        onTimeUpdate={({ currentTarget }) => {
          setNow(currentTarget.currentTime);
          if (!currentTarget.paused) onTime(currentTarget.currentTime);
          if (stretch && !currentTarget.paused && currentTarget.currentTime >= stretch.to)
            currentTarget.pause();
        }}
      />
      <div className="recording__line">
        <IconButton label={t(playing ? "sound.pause" : "sound.play")} onClick={toggle}>
          {playing ? <Pause size={18} /> : <Play size={18} />}
        </IconButton>
        <Waveform
          recording={recording}
          now={now}
          help={help}
          stretch={stretch}
          onSeek={seek}
          onToggle={toggle}
          onStretch={onStretch}
        />
        <span className="recording__time">
          {clockOf(now)} / {clockOf(recording.seconds)}
        </span>
        {me.data?.role === "owner" && (
          <Tool label={t("sound.remove")} onClick={() => setSure("remove")}>
            <Trash2 size={15} />
          </Tool>
        )}
      </div>
      <p id={help} className="recording__help">
        {t("sound.keys")}
      </p>
      {stretch && sure === null && (
        <div className="recording__stretch">
          <span>{t("sound.stretch", { from: clockOf(stretch.from), to: clockOf(stretch.to) })}</span>
          <Button
            look="quiet"
            className="button--small"
            icon={<VolumeX size={15} />}
            onClick={() => setSure("silence")}
          >
            {t("sound.silence")}
          </Button>
          <Button look="quiet" className="button--small" onClick={() => onStretch(null)}>
            {t("sound.letGo")}
          </Button>
        </div>
      )}
      {stretch && sure === "silence" && (
        <SilenceSure
          recordingId={recording.id}
          stretch={stretch}
          onDone={(done) => {
            setSure(null);
            if (done) onStretch(null);
          }}
        />
      )}
      {sure === "remove" && <RemoveSure recordingId={recording.id} onDone={() => setSure(null)} />}
    </section>
  );
}

type SilenceProps = {
  readonly recordingId: string;
  readonly stretch: Stretch;
  readonly onDone: (done: boolean) => void;
};

function SilenceSure({ recordingId, stretch, onDone }: SilenceProps) {
  const { t } = useTranslation();
  const silence = useSilence(recordingId);
  const title = t("sound.silenceTitle", { from: clockOf(stretch.from), to: clockOf(stretch.to) });
  return (
    <div className="recording__sure" role="group" aria-label={title}>
      <h3>{title}</h3>
      <p>{t("sound.silenceSays")}</p>
      {silence.error && <Trouble error={silence.error} />}
      <div className="making__go">
        <Button
          look="danger"
          disabled={silence.isPending}
          onClick={() => silence.mutate([stretch], { onSuccess: () => onDone(true) })}
        >
          {t("sound.silenceDo")}
        </Button>
        <Button look="quiet" onClick={() => onDone(false)}>
          {t("library.quote.cancel")}
        </Button>
      </div>
    </div>
  );
}

function RemoveSure({ recordingId, onDone }: { readonly recordingId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveRecording(recordingId);
  return (
    <div className="recording__sure" role="group" aria-label={t("sound.remove")}>
      <p>{t("sound.removeSays")}</p>
      {remove.error && <Trouble error={remove.error} />}
      <div className="making__go">
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t("sound.remove")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("library.quote.cancel")}
        </Button>
      </div>
    </div>
  );
}
