import type { MapLayout } from "@polku/drawing";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { fitAll } from "./useReveal.ts";

/** Zoom by mouse; the keys are + − 0 1. */
export function ZoomTools({ layout }: { readonly layout: MapLayout }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const session = useSession();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <Panel position="bottom-right" className="zoom-tools">
      <IconButton label={t("map.zoomOut")} onClick={() => void flow.zoomOut({ duration: 120 })}>
        <Minus size={16} />
      </IconButton>
      <button
        type="button"
        className="zoom-tools__now"
        title={t("map.zoomOne")}
        onClick={() => void flow.zoomTo(1, { duration: 150 })}
      >
        {percent} %
      </button>
      <IconButton label={t("map.zoomIn")} onClick={() => void flow.zoomIn({ duration: 120 })}>
        <Plus size={16} />
      </IconButton>
      <IconButton label={t("map.fit")} onClick={() => void fitAll(flow, layout, session.view().shapes)}>
        <Maximize size={16} />
      </IconButton>
    </Panel>
  );
}
