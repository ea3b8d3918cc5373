import { useTranslation } from "react-i18next";
import { useRestoreVersion } from "../../api/versions.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";

type Props = {
  readonly journeyId: string;
  readonly version: string;
  readonly when: string;
  readonly onClose: () => void;
  readonly onRestored: () => void;
};

/** Says what will happen before it happens: to whom, and how it can be taken back. */
export function RestoreDialog({ journeyId, version, when, onClose, onRestored }: Props) {
  const { t } = useTranslation();
  const restore = useRestoreVersion(journeyId);
  const go = (): void =>
    restore.mutate(version, {
      onSuccess: ({ changed }) => {
        tell(t(changed ? "history.restored" : "history.restoredSame"));
        onRestored();
      },
    });
  return (
    <Dialog title={t("history.restoreTitle", { when })} onClose={onClose}>
      <div className="history__restore">
        <p>{t("history.restoreSays")}</p>
        <p>{t("history.restoreErased")}</p>
        {restore.isError && <Notice problem>{restore.error.message}</Notice>}
        <div className="history__buttons">
          <Button look="primary" disabled={restore.isPending} onClick={go}>
            {t("history.restoreGo")}
          </Button>
          <Button onClick={onClose}>{t("history.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
