import { useTranslation } from "react-i18next";
import type { OtherPerson } from "../../session/presence.ts";
import { Button } from "../../ui/Button.tsx";

type Props = { readonly person: OtherPerson; readonly onStop: () => void };

/** A frame in the colour of whom this window goes along with, and the way out of it. */
export function Following({ person, onStop }: Props) {
  const { t } = useTranslation();
  const { name, colour } = person.user;
  return (
    <div className="following" style={{ borderColor: colour }}>
      <p className="following__who" role="status" style={{ background: colour }}>
        {t("people.following", { name })}
        <Button className="button--small following__stop" onClick={onStop}>
          {t("people.stop")}
        </Button>
      </p>
    </div>
  );
}
