import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";
import { useComesIntoView } from "./useComesIntoView.ts";

type Props = { readonly onAgree: () => void; readonly onNo: () => void };

/** What happens to a voice, asked apart from the rest and before the browser asks for the microphone. */
export function VoiceConsent({ onAgree, onNo }: Props) {
  const { t } = useTranslation();
  const [agrees, setAgrees] = useState(false);
  const heading = useTakesFocus<HTMLHeadingElement>();
  const place = useComesIntoView<HTMLElement>();
  return (
    <section ref={place} className="voice voice--asks" aria-label={t("participant.voice.title")}>
      <h2 ref={heading} tabIndex={-1}>
        {t("participant.voice.title")}
      </h2>
      <ul className="consent">
        {(["who", "names", "keep", "free"] as const).map((one) => (
          <li key={one}>{t(`participant.voice.consent.${one}`)}</li>
        ))}
      </ul>
      <Checkbox label={t("participant.voice.consent.agree")} checked={agrees} onChange={setAgrees} />
      <div className="voice__choice">
        <Button look="primary" disabled={!agrees} onClick={onAgree}>
          {t("participant.voice.turnOn")}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {t("participant.voice.notNow")}
        </Button>
      </div>
    </section>
  );
}
