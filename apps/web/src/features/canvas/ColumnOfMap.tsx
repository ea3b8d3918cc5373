import { cardBox, cellBox, type Column, type LaneRow } from "@polku/drawing";
import { hasCells, type LaneView } from "@polku/journey";
import { memo } from "react";
import type { Detail } from "./camera.ts";
import { CardFrame } from "./CardFrame.tsx";
import { Cell } from "./Cell.tsx";
import { EmptyColumn } from "./EmptyColumn.tsx";
import type { MapParts } from "./slots.ts";

type ColumnProps = {
  readonly column: Column;
  readonly rows: readonly LaneRow[];
  readonly lanes: readonly LaneView[];
  readonly cards: LaneRow | null;
  readonly detail: Detail;
  readonly parts: MapParts;
};

/** A touchpoint with what the lanes hold of it. */
export const ColumnOfMap = memo(function ColumnOfMap({
  column,
  rows,
  lanes,
  cards,
  detail,
  parts,
}: ColumnProps) {
  const { touchpointId } = column;
  if (touchpointId === null) return cards && <EmptyColumn column={column} row={cards} />;
  const { Card, Quotes } = parts;
  return (
    <>
      {cards && (
        <CardFrame touchpointId={touchpointId} box={cardBox(column, cards)}>
          <Card touchpointId={touchpointId} detail={detail} />
        </CardFrame>
      )}
      {detail !== "far" &&
        rows.map((row) => {
          const lane = lanes.find(({ id }) => id === row.laneId);
          if (!lane) return null;
          const box = cellBox(column, row);
          if (row.kind === "evidence")
            return (
              <div key={row.laneId} className="cell-place" style={place(box)}>
                <Quotes lane={lane} row={row} touchpointId={touchpointId} />
              </div>
            );
          return hasCells(row.kind) ? (
            <Cell key={row.laneId} lane={lane} touchpointId={touchpointId} box={box} />
          ) : null;
        })}
    </>
  );
});

function place(box: { x: number; y: number; width: number; height: number }) {
  return { left: box.x, top: box.y, width: box.width, height: box.height };
}
