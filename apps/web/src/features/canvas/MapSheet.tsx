import { GRID, type Column, type LaneRow, type MapLayout } from "@polku/drawing";
import { isLine, type PathView } from "@polku/journey";
import { lazy, memo, Suspense, useMemo } from "react";
import { useAlone, useCanvasPath } from "../../session/alone.ts";
import { useJourney } from "../../session/SessionContext.tsx";
import { patiently } from "../../ui/patiently.ts";
import { BranchOfMap } from "./BranchOfMap.tsx";
import { IN_SIGHT, useDetail, useDrawnRows, useReach, useVisibleSpan, type Detail } from "./camera.ts";
import { ColumnOfMap } from "./ColumnOfMap.tsx";
import { useDetailOfColumn } from "./detailWaves.ts";
import { FrozenLanes } from "./FrozenLanes.tsx";
import { MapEdges } from "./MapEdges.tsx";
import type { MapParts } from "./slots.ts";
import { StageTints } from "./StageTints.tsx";
import { Veils } from "./Veils.tsx";

/** Time is drawn to scale when somebody asks for it. */
const loadTimes = () => import("./TimeGaps.tsx");
const MainTimeGaps = lazy(async () => ({ default: (await patiently(loadTimes)).MainTimeGaps }));

/** Everything that lies on the paper, in map coordinates; only what is in sight is drawn. */
export function MapSheet({ layout, parts }: { readonly layout: MapLayout; readonly parts: MapParts }) {
  const detail = useDetail();
  const reach = useReach();
  const [first, end] = useVisibleSpan(layout.columns, reach);
  const visible = useMemo(() => layout.columns.slice(first, end), [layout.columns, first, end]);
  const detailOfColumn = useDetailOfColumn(detail, { first, end }, reach === IN_SIGHT);
  const rows = useDrawnRows(layout.rows, reach);
  const loose = useMemo(() => rows.filter(({ frozen }) => !frozen), [rows]);
  const stuck = useMemo(() => rows.filter(({ frozen }) => frozen), [rows]);
  const path = useCanvasPath();
  const part = (own: readonly LaneRow[]) => (
    <Lanes
      rows={own}
      layout={layout}
      visible={visible}
      detail={detail}
      detailAt={(i) => detailOfColumn(first + i)}
      parts={parts}
      path={path}
    />
  );
  return (
    <div className={`sheet sheet--${detail}`}>
      <StageTints layout={layout} />
      <MapEdges layout={layout} />
      {layout.time && (
        <Suspense>
          <MainTimeGaps layout={layout} brief={detail === "far"} />
        </Suspense>
      )}
      {part(loose)}
      {layout.branches.map((branch) => (
        <BranchOfMap key={branch.subJourneyId} branch={branch} parts={parts} detail={detail} reach={reach} />
      ))}
      <Veils columns={visible} from={layout.frozenEnd} to={layout.grid.height} />
      {layout.frozenEnd > GRID.bandHeight && <FrozenLanes layout={layout}>{part(stuck)}</FrozenLanes>}
    </div>
  );
}

type LanesProps = {
  readonly rows: readonly LaneRow[];
  readonly layout: MapLayout;
  readonly visible: readonly Column[];
  readonly detail: Detail;
  /** The level of the column that stands at this place among the visible ones. */
  readonly detailAt: (index: number) => Detail;
  readonly parts: MapParts;
  readonly path: PathView;
};

/** Some lanes with what stands in them. */
function Lanes({ rows, layout, visible, detail, detailAt, parts, path }: LanesProps) {
  const lanes = useJourney((view) => view.lanes);
  const alone = useAlone();
  const open = useMemo(() => rows.filter(({ collapsed }) => !collapsed), [rows]);
  const curve = open.find((row) => row.kind === "emotion");
  const cards = open.find((row) => row.kind === "touchpoint");
  return (
    <>
      {rows.map((row) => (
        <LaneGround key={row.laneId} row={row} width={layout.grid.width} />
      ))}
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
      {visible.map((column, i) => (
        <ColumnOfMap
          key={column.touchpointId ?? `empty:${column.stageId}`}
          column={column}
          rows={open}
          lanes={lanes}
          cards={cards ?? null}
          detail={detailAt(i)}
          parts={parts}
        />
      ))}
    </>
  );
}

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
