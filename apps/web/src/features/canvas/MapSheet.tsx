import {
  cardBox,
  cellBox,
  GRID,
  type Branch,
  type Column,
  type LaneRow,
  type MapLayout,
} from "@polku/drawing";
import { hasCells, isLine, type LaneView, type PathView } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import { lazy, memo, Suspense, useCallback, useMemo, useRef, type ReactNode } from "react";
import { useAlone, useCanvasPath } from "../../session/alone.ts";
import { useMapLook } from "../../session/mapLook.ts";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { patiently } from "../../ui/patiently.ts";
import { AddTouchpoint } from "./AddTouchpoint.tsx";
import { Cell } from "./Cell.tsx";
import { CardFrame } from "./CardFrame.tsx";
import {
  IN_SIGHT,
  useDetail,
  useDrawnRows,
  useReach,
  useVisibleColumns,
  useVisibleSpan,
  type Detail,
  type Reach,
} from "./camera.ts";
import { useDetailOfColumn } from "./detailWaves.ts";
import { frozenTop } from "./frozen.ts";
import { MapEdges } from "./MapEdges.tsx";
import { BranchBands } from "./BranchBands.tsx";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";
import type { MapParts } from "./slots.ts";

/** The cards are seldom frozen. */
const FrozenEdges = lazy(() => patiently(() => import("./FrozenEdges.tsx")));
/** Time is drawn to scale when somebody asks for it. */
const TimeGaps = lazy(() => patiently(() => import("./TimeGaps.tsx")));

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
      <Bands layout={layout} />
      <MapEdges layout={layout} />
      {layout.time && (
        <Suspense>
          <TimeGaps layout={layout} brief={detail === "far"} />
        </Suspense>
      )}
      {part(loose)}
      {layout.branches.map((branch) => (
        <BranchOfMap key={branch.subJourneyId} branch={branch} parts={parts} detail={detail} reach={reach} />
      ))}
      <Veils columns={visible} from={layout.frozenEnd} to={layout.grid.height} />
      {layout.frozenEnd > GRID.bandHeight && <Frozen layout={layout}>{part(stuck)}</Frozen>}
    </div>
  );
}

/** The frozen lanes: they lie under the stages' heads while the others move on below them. Moved by the camera, never rendered for it. */
function Frozen({ layout, children }: { readonly layout: MapLayout; readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  const { frozenEnd } = layout;
  const follow = useCallback(
    (camera: Camera): void => {
      const [, y, zoom] = camera;
      const by = (frozenTop(camera, frozenEnd, store.getState().height) - y) / zoom;
      if (!element.current) return;
      element.current.style.transform = `translateY(${by}px)`;
      element.current.toggleAttribute("data-stuck", by > 0);
    },
    [store, frozenEnd],
  );
  useCameraMoves(follow);
  return (
    <div ref={element} className="frozen">
      <div
        className="frozen__ground"
        style={{
          top: GRID.bandHeight,
          width: layout.grid.width + 40,
          height: frozenEnd - GRID.bandHeight + 4,
        }}
      />
      <Bands layout={layout} to={frozenEnd} />
      {layout.branches.length > 0 &&
        layout.rows.some(({ kind, frozen }) => frozen && kind === "touchpoint") && (
          <Suspense>
            <FrozenEdges layout={layout} />
          </Suspense>
        )}
      {children}
      <Veils columns={layout.columns} from={GRID.bandHeight} to={frozenEnd} />
    </div>
  );
}

type VeilProps = { readonly columns: readonly Column[]; readonly from: number; readonly to: number };

/** What the filter does not let through lies under a veil: it is there, and can be read and used. */
function Veils({ columns, from, to }: VeilProps) {
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

/** The tint of a stage runs down through all lanes. */
const Bands = memo(function Bands({ layout, to }: { readonly layout: MapLayout; readonly to?: number }) {
  return layout.bands.map((band) => (
    <div
      key={band.stageId}
      className="stage-tint"
      style={{ left: band.x, top: 0, width: band.width, height: to ?? layout.grid.height + 12 }}
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
      <Veils columns={visible} from={branch.cardRow.y} to={branch.curve.y + branch.curve.height} />
    </section>
  );
});
