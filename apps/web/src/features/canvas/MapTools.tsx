import { Panel } from "@xyflow/react";
import { Hand, MousePointer2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/Button.tsx";
import { useMapTool, type MapTool } from "./mapTool.ts";

const TOOLS: readonly (readonly [MapTool, typeof Hand])[] = [
  ["arrow", MousePointer2],
  ["hand", Hand],
];

/** The tools of the map, beside its zoom. */
export function MapTools() {
  const { t } = useTranslation();
  const tool = useMapTool();
  return (
    <Panel position="bottom-left" className="map-tools">
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
    </Panel>
  );
}
