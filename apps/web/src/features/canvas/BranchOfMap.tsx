import { cardBox, type Branch } from "@polku/drawing";
import { lazy, memo, Suspense } from "react";
import { useJourney } from "../../session/SessionContext.tsx";
import { patiently } from "../../ui/patiently.ts";
import { BranchBands } from "./BranchBands.tsx";
import { useVisibleColumns, type Detail, type Reach } from "./camera.ts";
import { CardFrame } from "./CardFrame.tsx";
import { EmptyColumn } from "./EmptyColumn.tsx";
import type { MapParts } from "./slots.ts";
import { Veils } from "./Veils.tsx";

/** Time is drawn to scale when somebody asks for it. */
const TimeGaps = lazy(() => patiently(() => import("./TimeGaps.tsx")));

/** A sub-journey that is open in place, under its touchpoint. */
export const BranchOfMap = memo(function BranchOfMap({
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
      <BranchBands branch={branch} Leads={parts.Leads} />
      <Curve
        path={sub.path}
        columns={branch.columns}
        visible={visible}
        lane={branch.curve}
        detail={detail}
        arrivingFrom={branch.parentTouchpointId}
      />
      {branch.gaps.length > 0 && (
        <Suspense>
          <TimeGaps
            gaps={branch.gaps}
            cardRow={branch.cardRow}
            curve={branch.curve}
            brief={detail === "far"}
          />
        </Suspense>
      )}
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
