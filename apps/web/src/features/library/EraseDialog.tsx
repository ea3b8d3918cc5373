import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Erasable, useErase } from "../../api/privacy.ts";
import type { SourceEntry } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { show, useLibraryView } from "./libraryView.ts";
import { Trouble } from "./Trouble.tsx";

/** Says what goes with a source before it goes: contacts, quotes, and what becomes of the pins. */
export function EraseDialog({
  source,
  onClose,
}: {
  readonly source: SourceEntry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, title, contacts, quotes } = source;
  return (
    <ErasingDialog
      title={t("library.sources.eraseTitle")}
      thing={{ what: "source", id }}
      done={t("library.sources.erased", { title })}
      onErased={() => useLibraryView.getState().source === id && show({ source: null })}
      onClose={onClose}
    >
      <p>{t("library.sources.eraseSays", { title })}</p>
      <ul className="erase__what">
        <li>{t("library.sources.eraseContacts", { count: contacts })}</li>
        <li>{t("library.sources.eraseQuotes", { count: quotes })}</li>
      </ul>
    </ErasingDialog>
  );
}

/** Why a person erases something; that its time was over is not a person's reason. */
const REASONS = ["request", "consent", "mistake", "other"] as const;

type Props = {
  readonly title: string;
  readonly thing: Erasable;
  /** What is said when it is done. */
  readonly done: string;
  readonly onErased: () => void;
  readonly onClose: () => void;
  /** What goes. */
  readonly children: ReactNode;
};

/** Asks why, and once more whether, before something goes for good. */
export function ErasingDialog({ title, thing, done, onErased, onClose, children }: Props) {
  const { t } = useTranslation();
  const erase = useErase();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("request");
  const go = async (): Promise<void> => {
    try {
      // Awaited, not given a callback: when the others are told, the list under this dialog is fetched anew and may take it along.
      await erase.mutateAsync({ ...thing, reason });
    } catch {
      return; // The dialog says why.
    }
    onErased();
    tell(done);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="erase">
        {children}
        <p>{t("library.sources.erasePins")}</p>
        <SelectField
          label={t("privacy.reason")}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`privacy.reasons.${value}`) }))}
          onChange={setReason}
        />
        <p>
          <strong>{t("library.sources.eraseNoUndo")}</strong>
        </p>
        {erase.error && <Trouble error={erase.error} />}
        <div className="making__go">
          <Button look="danger" className="erase__go" disabled={erase.isPending} onClick={() => void go()}>
            {t(erase.isPending ? "privacy.erasing" : "library.sources.eraseGo")}
          </Button>
          <Button onClick={onClose}>{t("library.sources.keep")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
