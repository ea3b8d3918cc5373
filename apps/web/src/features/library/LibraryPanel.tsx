import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/Button.tsx";

/** The research library beside the map. */
export default function LibraryPanel({
  onClose,
}: {
  readonly journeyId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <aside className="library" aria-label={t("library.title")}>
      <IconButton label={t("ui.close")} onClick={onClose}>
        <X size={18} />
      </IconButton>
    </aside>
  );
}
