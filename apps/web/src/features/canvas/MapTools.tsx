import { Panel } from "@xyflow/react";
import { Filter, Hand, Map as MapIcon, MousePointer2, Rows3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isNarrowed, useMapLook } from "../../session/mapLook.ts";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { turnMinimap, useMapTool, useMinimap, type MapTool } from "./mapTool.ts";

const TOOLS: readonly (readonly [MapTool, typeof Hand])[] = [
  ["arrow", MousePointer2],
  ["hand", Hand],
];

type Props = { readonly onViews: () => void; readonly onLanes: () => void };

/** The tools of the map, beside its zoom. */
export function MapTools({ onViews, onLanes }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const tool = useMapTool();
  const minimap = useMinimap();
  const narrowed = useMapLook(isNarrowed);
  return (
    <Panel position="bottom-right" className="map-tools">
      {TOOLS.map(([one, Icon]) => (
        <IconButton
          key={one}
          label={t(`map.tools.${one}`)}
          aria-pressed={tool === one}
          onClick={() => useMapTool.setState(one, true)}
        >
          <Icon size={16} />
        </IconButton>
      ))}
      <IconButton
        label={t("map.turnMinimap")}
        className="map-tools__minimap"
        aria-pressed={minimap}
        onClick={turnMinimap}
      >
        <MapIcon size={16} />
      </IconButton>
      {canEdit && (
        <IconButton label={t("lanes.open")} onClick={onLanes}>
          <Rows3 size={16} />
        </IconButton>
      )}
      <IconButton label={t("views.open")} aria-pressed={narrowed} onClick={onViews}>
        <Filter size={16} />
      </IconButton>
    </Panel>
  );
}
