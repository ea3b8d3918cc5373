import type { ShapeView } from "@polku/journey";
import { useTranslation } from "react-i18next";

/** What a shape is called for who does not see it: what it is, and what is written on it. */
export function useShapeName(): (shape: Pick<ShapeView, "kind" | "text" | "locked">) => string {
  const { t } = useTranslation();
  return ({ kind, text, locked }) => {
    const words = text.trim().slice(0, 300);
    const name = words === "" ? t(`shapes.kinds.${kind}`) : `${t(`shapes.kinds.${kind}`)}: ${words}`;
    return locked ? `${name} (${t("hands.locked")})` : name;
  };
}
