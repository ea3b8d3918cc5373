import { useTranslation } from "react-i18next";
import { useEraseSource, type SourceEntry } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { show, useLibraryView } from "./libraryView.ts";
import { Trouble } from "./Trouble.tsx";

/** Says what goes before it goes: contacts, quotes, and what becomes of the pins. */
export function EraseDialog({
  source,
  onClose,
}: {
  readonly source: SourceEntry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const erase = useEraseSource();
  const { title, contacts, quotes } = source;
  const go = (): void =>
    erase.mutate(source.id, {
      onSuccess: () => {
        if (useLibraryView.getState().source === source.id) show({ source: null });
        tell(t("library.sources.erased", { title }));
        onClose();
      },
    });
  return (
    <Dialog title={t("library.sources.eraseTitle")} onClose={onClose}>
      <div className="erase">
        <p>{t("library.sources.eraseSays", { title })}</p>
        <ul className="erase__what">
          <li>{t("library.sources.eraseContacts", { count: contacts })}</li>
          <li>{t("library.sources.eraseQuotes", { count: quotes })}</li>
        </ul>
        <p>{t("library.sources.erasePins")}</p>
        <p>
          <strong>{t("library.sources.eraseNoUndo")}</strong>
        </p>
        {erase.error && <Trouble error={erase.error} />}
        <div className="making__go">
          <Button look="danger" className="erase__go" disabled={erase.isPending} onClick={go}>
            {t("library.sources.eraseGo")}
          </Button>
          <Button onClick={onClose}>{t("library.sources.keep")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
