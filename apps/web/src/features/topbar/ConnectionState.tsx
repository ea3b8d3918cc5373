import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../../session/SessionContext.tsx";

const ICONS = {
  opening: LoaderCircle,
  saving: LoaderCircle,
  saved: Check,
  offline: CloudOff,
  refused: TriangleAlert,
} as const;

/** Whether what one did is on the server's disk. "Saved" means exactly that. */
export function ConnectionState() {
  const { t } = useTranslation();
  const connection = useConnection();
  const Icon = ICONS[connection.state];
  const noCopy = !connection.keepsCopy && connection.state !== "refused";
  return (
    <span
      className="connection"
      data-state={connection.state}
      role="status"
      data-no-copy={noCopy || undefined}
      title={noCopy ? t("keeping.noCopyHelp") : t(`connection.help.${connection.state}`)}
    >
      <Icon size={14} aria-hidden="true" />
      <span>{t(`connection.${connection.state}`)}</span>
      {noCopy && (
        <span className="connection__no-copy">
          {t("keeping.noCopy")}
          <span className="visually-hidden">{`. ${t("keeping.noCopyHelp")}`}</span>
        </span>
      )}
    </span>
  );
}
