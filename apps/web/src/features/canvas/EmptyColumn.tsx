import { cardBox, type Column, type LaneRow } from "@polku/drawing";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { AddTouchpoint } from "./AddTouchpoint.tsx";

/** A stage without a touchpoint: the place for its first. */
export function EmptyColumn({
  column,
  row,
}: {
  readonly column: Column;
  readonly row: Pick<LaneRow, "y" | "height">;
}) {
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return <AddTouchpoint stageId={column.stageId} box={cardBox(column, row)} />;
}
