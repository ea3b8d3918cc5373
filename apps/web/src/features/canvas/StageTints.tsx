import type { MapLayout } from "@polku/drawing";
import { memo } from "react";

/** The tint of a stage runs down through all lanes. */
export const StageTints = memo(function StageTints({
  layout,
  to,
}: {
  readonly layout: MapLayout;
  readonly to?: number;
}) {
  return layout.bands.map((band) => (
    <div
      key={band.stageId}
      className="stage-tint"
      style={{ left: band.x, top: 0, width: band.width, height: to ?? layout.grid.height + 12 }}
    />
  ));
});
