import { X } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/Button.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import LaneList from "./LaneList.tsx";

/** The lanes beside the map. */
export default function LanesPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  return (
    <aside className="lanes-panel" ref={panel} aria-label={t("lanes.title")}>
      <div className="lanes-panel__head">
        <h2>{t("lanes.title")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      <LaneList />
    </aside>
  );
}
