import { Filter, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { lookAtAll, useMapLook } from "../../session/mapLook.ts";
import { useJourney } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { useDimming } from "./useDimming.ts";
import "./views.css";

/** Says that not all of the map is in the light, how much of it is, and takes one back to all. */
export default function NarrowedNote({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const { through, all } = useDimming();
  const toScale = useMapLook((state) => state.toScale);
  const viewId = useMapLook((state) => state.viewId);
  const title = useJourney((view) => view.savedViews.find(({ id }) => id === viewId)?.title);
  return (
    <div className="narrowed" role="status">
      <button type="button" className="narrowed__words" onClick={onOpen}>
        <Filter size={14} aria-hidden="true" />
        {title && <strong>{title}</strong>}
        {through < all || !toScale ? t("views.through", { through, all }) : t("views.toScaleNow")}
      </button>
      <IconButton label={t("views.all")} onClick={lookAtAll}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
