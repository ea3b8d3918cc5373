import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSendCurve, type ParticipantView } from "../../api/participants.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CurveSheet, type Drawn } from "./CurveSheet.tsx";
import { ownKey } from "./ownKey.ts";
import "./participant.css";

type Props = { readonly secret: string; readonly view: ParticipantView };

/** First the consent, then the curve, then thanks. */
export function Participant({ secret, view }: Props) {
  const { t } = useTranslation();
  const [agreed, setAgreed] = useState(false);
  const [answerId] = useState(() => crypto.randomUUID());
  const send = useSendCurve();
  if (send.isSuccess)
    return (
      <div role="status">
        <h1>{t("participant.thanks")}</h1>
        <p>{t("participant.thanksWhat")}</p>
      </div>
    );
  if (!agreed) return <Consent view={view} onAgree={() => setAgreed(true)} />;
  const go = (drawn: ReadonlyMap<string, Drawn>, said: string): void =>
    send.mutate({
      secret,
      answerId,
      person: ownKey(),
      consentVersion: view.consentVersion,
      points: [...drawn].map(([touchpointId, point]) => ({ touchpointId, ...point })),
      said,
    });
  return (
    <>
      <h1>{t("participant.draw")}</h1>
      <p className="field__hint">{t("participant.drawWhat")}</p>
      <CurveSheet moments={view.moments} feelings={view.feelings} isSending={send.isPending} onSend={go} />
      {send.isError && <Notice problem>{send.error.message}</Notice>}
    </>
  );
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
