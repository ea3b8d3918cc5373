import {
  cardBox,
  cellBox,
  GRID,
  type Branch,
  type Column,
  type LaneRow,
  type MapLayout,
} from "@polku/drawing";
import { hasCells, isLine, type LaneView } from "@polku/journey";
import { memo } from "react";
import { useAlone, useCanvasPath } from "../../session/alone.ts";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { AddTouchpoint } from "./AddTouchpoint.tsx";
import { Cell } from "./Cell.tsx";
import { CardFrame } from "./CardFrame.tsx";
import { useDetail, useDrawnRows, useReach, useVisibleColumns, type Detail, type Reach } from "./camera.ts";
import { MapEdges } from "./MapEdges.tsx";
import { BranchBands } from "./BranchBands.tsx";
import type { MapParts } from "./slots.ts";

/** Everything that lies on the paper, in map coordinates; only what is in sight is drawn. */
export function MapSheet({ layout, parts }: { readonly layout: MapLayout; readonly parts: MapParts }) {
  const detail = useDetail();
  const reach = useReach();
  const visible = useVisibleColumns(layout.columns, reach);
  const rows = useDrawnRows(layout.rows, reach);
  const lanes = useJourney((view) => view.lanes);
  const alone = useAlone();
  const path = useCanvasPath();
  const curve = layout.rows.find((row) => row.kind === "emotion");
  const cards = layout.rows.find((row) => row.kind === "touchpoint");
  return (
    <div className={`sheet sheet--${detail}`}>
      <Bands layout={layout} />
      {layout.rows.map((row) => (
        <LaneGround key={row.laneId} row={row} width={layout.grid.width} />
      ))}
      <MapEdges layout={layout} />
      {curve && (
        <parts.Curve
          path={path}
          columns={layout.columns}
          visible={visible}
          lane={curve}
          detail={detail}
          arrivingFrom={alone?.parentTouchpointId ?? null}
        />
      )}
      {visible.map((column) => (
        <ColumnOfMap
          key={column.touchpointId ?? `empty:${column.stageId}`}
          column={column}
          rows={rows}
          lanes={lanes}
          cards={cards ?? null}
          detail={detail}
          parts={parts}
        />
      ))}
      {layout.branches.map((branch) => (
        <BranchOfMap key={branch.subJourneyId} branch={branch} parts={parts} detail={detail} reach={reach} />
      ))}
    </div>
  );
}

/** The tint of a stage runs down through all lanes. */
const Bands = memo(function Bands({ layout }: { readonly layout: MapLayout }) {
  return layout.bands.map((band) => (
    <div
      key={band.stageId}
      className="stage-tint"
      style={{ left: band.x, top: 0, width: band.width, height: layout.grid.height + 12 }}
    />
  ));
});

const LaneGround = memo(function LaneGround({
  row,
  width,
}: {
  readonly row: LaneRow;
  readonly width: number;
}) {
  const line = isLine(row.kind);
  return (
    <div
      className={line ? "lane-line" : "lane-ground"}
      data-kind={row.kind}
      style={{ left: 0, top: row.y, width, height: line ? row.height / 2 : row.height + GRID.laneGap / 2 }}
    />
  );
});

type ColumnProps = {
  readonly column: Column;
  readonly rows: readonly LaneRow[];
  readonly lanes: readonly LaneView[];
  readonly cards: LaneRow | null;
  readonly detail: Detail;
  readonly parts: MapParts;
};

const ColumnOfMap = memo(function ColumnOfMap({ column, rows, lanes, cards, detail, parts }: ColumnProps) {
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

function EmptyColumn({
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

const BranchOfMap = memo(function BranchOfMap({
  branch,
  parts,
  detail,
  reach,
}: {
  readonly branch: Branch;
  readonly parts: MapParts;
  readonly detail: Detail;
  readonly reach: Reach;
}) {
  const sub = useJourney((view) => view.subJourneys.get(branch.subJourneyId));
  const visible = useVisibleColumns(branch.columns, reach);
  if (!sub) return null;
  const { Card, Curve, BranchFrame } = parts;
  return (
    <section className="branch" aria-label={sub.title}>
      <BranchFrame branch={branch} />
      <BranchBands branch={branch} />
      <Curve
        path={sub.path}
        columns={branch.columns}
        visible={visible}
        lane={branch.curve}
        detail={detail}
        arrivingFrom={branch.parentTouchpointId}
      />
      {visible.map((column) =>
        column.touchpointId === null ? (
          <EmptyColumn key={`empty:${column.stageId}`} column={column} row={branch.cardRow} />
        ) : (
          <CardFrame
            key={column.touchpointId}
            touchpointId={column.touchpointId}
            box={cardBox(column, branch.cardRow)}
          >
            <Card touchpointId={column.touchpointId} detail={detail} />
          </CardFrame>
        ),
      )}
    </section>
  );
});
