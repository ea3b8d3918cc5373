import type { LaneView } from "@polku/journey";
import { useTranslation } from "react-i18next";

/** What a lane is called: the team's own name, else the usual name of its kind in the reader's language. */
export function useLaneName(): (lane: Pick<LaneView, "kind" | "title">) => string {
  const { t } = useTranslation();
  return (lane) => lane.title || t(`lane.kinds.${lane.kind}`);
}
