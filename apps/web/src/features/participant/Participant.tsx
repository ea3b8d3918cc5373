import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSendAnswer, type ParticipantView } from "../../api/participants.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CurveSheet, type Told } from "./CurveSheet.tsx";
import { joinVoices } from "./joinVoices.ts";
import { ownKey } from "./ownKey.ts";
import "./participant.css";

type Props = { readonly secret: string; readonly view: ParticipantView };

/** First the consent, then the curve, then thanks. */
export function Participant({ secret, view }: Props) {
  const { t } = useTranslation();
  const [agreed, setAgreed] = useState(false);
  const [answerId] = useState(() => crypto.randomUUID());
  const send = useSendAnswer();
  if (send.isSuccess)
    return (
      <div role="status">
        <h1>{t("participant.thanks")}</h1>
        <p>{t("participant.thanksWhat")}</p>
      </div>
    );
  if (!agreed) return <Consent view={view} onAgree={() => setAgreed(true)} />;
  const go = (told: Told): void =>
    send.mutate(() => answerOf(told, { secret, answerId, person: ownKey(), view }));
  return (
    <>
      <h1>{t("participant.draw")}</h1>
      <p className="field__hint">{t("participant.drawWhat")}</p>
      <CurveSheet
        moments={view.moments}
        feelings={view.feelings}
        minutes={view.voice.minutes}
        isSending={send.isPending}
        onSend={go}
      />
      {send.isError && <Notice problem>{send.error.message}</Notice>}
    </>
  );
}

type Sender = {
  readonly secret: string;
  readonly answerId: string;
  readonly person: string;
  readonly view: ParticipantView;
};

/** What is sent: what was said aloud is one recording, and each moment tells where in it it is told. */
async function answerOf({ drawn, said, spoken }: Told, { secret, answerId, person, view }: Sender) {
  const curve = (clips: ReadonlyMap<string, { from: number; to: number }>) => ({
    secret,
    answerId,
    person,
    consentVersion: view.consentVersion,
    points: [...drawn].map(([touchpointId, point]) => ({
      touchpointId,
      ...point,
      clip: clips.get(touchpointId),
    })),
    said,
  });
  if (spoken.size === 0) return { curve: curve(new Map()) };
  const { packSound, SOUND_RATE } = await import("../../ui/sound/prepareSound.ts");
  const inOrder = [...view.moments.map(({ id }) => id), ""].flatMap((id) => {
    const one = spoken.get(id);
    return one ? [[id, one] as const] : [];
  });
  const { samples, clips } = joinVoices(inOrder, SOUND_RATE);
  const { file, peaks } = await packSound(samples, () => {});
  return { curve: curve(clips), voice: { file, peaks, consentVersion: view.voice.consentVersion } };
}

/** What happens to what one says, in plain words; the version of this text is kept with the answer. */
function Consent({ view, onAgree }: { readonly view: ParticipantView; readonly onAgree: () => void }) {
  const { t } = useTranslation();
  const [agrees, setAgrees] = useState(false);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onAgree();
      }}
    >
      <div>
        <p className="page__eyebrow">{view.title || t("journey.untitled")}</p>
        <h1>{t(`participant.ask.${view.asks}`)}</h1>
      </div>
      <ul className="consent">
        {(["what", "name", "who", "erase", "free"] as const).map((one) => (
          <li key={one}>{t(`participant.consent.${one}`)}</li>
        ))}
      </ul>
      <Checkbox label={t("participant.consent.agree")} checked={agrees} onChange={setAgrees} />
      <Button look="primary" type="submit" disabled={!agrees}>
        {t("participant.begin")}
      </Button>
    </form>
  );
}
