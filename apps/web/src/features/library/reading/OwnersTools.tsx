import { Trash2, UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactEntry } from "../../../api/contacts.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErasingDialog } from "../EraseDialog.tsx";

type Props = {
  readonly contact: ContactEntry;
  readonly onPerson: (respondentKey: string) => void;
  readonly onErased: () => void;
};

/** What only the owner may do with a contact: erase it, and see what else its person said. */
export function OwnersTools({ contact, onPerson, onErased }: Props) {
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const { id, respondentKey } = contact;
  return (
    <p className="reading__owner">
      {respondentKey !== null && (
        <Button
          look="quiet"
          className="button--small"
          icon={<UserRound size={15} />}
          onClick={() => onPerson(respondentKey)}
        >
          {t("privacy.thisPerson")}
        </Button>
      )}
      <Button
        look="quiet"
        className="button--small"
        icon={<Trash2 size={15} />}
        onClick={() => setErasing(true)}
      >
        {t("privacy.eraseContact")}
      </Button>
      {erasing && (
        <ErasingDialog
          title={t("privacy.eraseContactTitle")}
          thing={{ what: "contact", id }}
          done={t("privacy.contactErased")}
          onErased={onErased}
          onClose={() => setErasing(false)}
        >
          <p>{t("privacy.eraseContactSays")}</p>
        </ErasingDialog>
      )}
    </p>
  );
}
