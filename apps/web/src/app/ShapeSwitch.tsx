import { ListTree, Map } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import type { JourneyShape } from "./useMapOrOutline.ts";

type Props = { readonly shape: JourneyShape; readonly onChoose: (shape: JourneyShape) => void };

/** From the map to the outline and back. */
export function ShapeSwitch({ shape, onChoose }: Props) {
  const { t } = useTranslation();
  const other = shape === "map" ? "outline" : "map";
  return (
    <Button
      look="quiet"
      icon={other === "map" ? <Map size={16} /> : <ListTree size={16} />}
      title={t(other === "map" ? "outline.toMap" : "outline.toOutline")}
      onClick={() => onChoose(other)}
    >
      {t(`outline.${other}`)}
    </Button>
  );
}
