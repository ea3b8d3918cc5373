import { AudioLines, RotateCcw, Square, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clipWords } from "../../api/recordings.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";
import type { Spoken } from "./joinVoices.ts";
import type { Voices } from "./useVoices.ts";
import { useComesIntoView } from "./useComesIntoView.ts";
import { VoiceConsent } from "./VoiceConsent.tsx";
import { clockOf } from "../../ui/clockOf.ts";

type Props = {
  /** The moment that is told; "" for what belongs to none. */
  readonly id: string;
  /** What the button is called for those who do not see beside what it stands. */
  readonly label: string;
  readonly voices: Voices;
  /** They have said yes to their voice being kept. */
  readonly agreed: boolean;
  readonly onAgree: () => void;
};

/** Says a moment aloud: asks first, shows that it is recorded and how loud, lets the person listen, and say it anew. */
export function Voice({ id, label, voices, agreed, onAgree }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const { recording, spoken, trouble, busy, left } = voices;
  const said = spoken.get(id);
  const start = (): void => void voices.start(id);
  if (recording?.id === id) return <Recorder voices={voices} />;
  if (asks)
    return (
      <VoiceConsent
        onAgree={() => {
          setAsks(false);
          onAgree();
          start();
        }}
        onNo={() => setAsks(false)}
      />
    );
  return (
    <div className="voice">
      {said ? (
        <Said said={said} busy={busy} onAnew={start} onRemove={() => voices.remove(id)} />
      ) : (
        <Button
          className="button--small"
          icon={<AudioLines size={15} />}
          aria-label={label}
          disabled={busy || left < 1}
          onClick={() => (agreed ? start() : setAsks(true))}
        >
          {t("participant.voice.say")}
        </Button>
      )}
      {left < 1 && <p className="field__hint">{t("participant.voice.full")}</p>}
      {trouble?.id === id && <Notice problem>{t(`participant.voice.trouble.${trouble.kind}`)}</Notice>}
    </div>
  );
}

function Recorder({ voices: { recording, stop } }: { readonly voices: Voices }) {
  const { t } = useTranslation();
  const button = useTakesFocus<HTMLButtonElement>();
  const place = useComesIntoView<HTMLDivElement>();
  if (!recording) return null;
  return (
    <div ref={place} className="voice voice--on">
      <p className="voice__state" role="status">
        {t("participant.voice.on")}
      </p>
      <meter
        className="voice__level"
        aria-label={t("participant.voice.level")}
        min={0}
        max={1}
        value={recording.level}
      />
      <span className="voice__time" role="timer">
        {clockOf(recording.seconds)} / {clockOf(recording.room)}
      </span>
      <Button ref={button} look="primary" icon={<Square size={15} />} onClick={() => void stop()}>
        {t("participant.voice.stop")}
      </Button>
    </div>
  );
}

type SaidProps = {
  readonly said: Spoken;
  readonly busy: boolean;
  readonly onAnew: () => void;
  readonly onRemove: () => void;
};

function Said({ said, busy, onAnew, onRemove }: SaidProps) {
  const { t } = useTranslation();
  return (
    <div className="voice__said" role="group" aria-label={t("participant.voice.said")}>
      <span role="status">{t("participant.voice.said")}</span>
      <PlayClip src={said.address} words={clipWords(t, { from: 0, to: said.seconds })} />
      <Button
        look="quiet"
        className="button--small"
        icon={<RotateCcw size={15} />}
        disabled={busy}
        onClick={onAnew}
      >
        {t("participant.voice.anew")}
      </Button>
      <IconButton label={t("participant.voice.remove")} onClick={onRemove}>
        <Trash2 size={16} />
      </IconButton>
    </div>
  );
}
