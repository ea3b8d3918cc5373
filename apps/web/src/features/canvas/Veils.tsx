import type { Column } from "@polku/drawing";
import { useMapLook } from "../../session/mapLook.ts";

type VeilProps = { readonly columns: readonly Column[]; readonly from: number; readonly to: number };

/** What the filter does not let through lies under a veil: it is there, and can be read and used. */
export function Veils({ columns, from, to }: VeilProps) {
  const dimmed = useMapLook((state) => state.dimmed);
  if (dimmed.size === 0) return null;
  const isAside = (column: Column | undefined): boolean =>
    column !== undefined && column.touchpointId !== null && dimmed.has(column.touchpointId);
  return columns
    .map((column, i) => {
      // Between two that are set aside nothing is left in the light.
      const next = columns[i + 1];
      return { ...column, width: next && isAside(next) ? next.x - column.x : column.width };
    })
    .filter(isAside)
    .map(({ touchpointId, x, width }) => (
      <div key={touchpointId} className="veil" style={{ left: x, width, top: from, height: to - from }} />
    ));
}
