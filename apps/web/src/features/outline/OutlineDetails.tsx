import { cellKey, editCell, hasCells, type LaneView, type TouchpointView } from "@polku/journey";
import { CornerDownRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { useLaneName } from "../../session/useLaneName.ts";
import { Button } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { OutlineFeelings } from "./OutlineFeelings.tsx";
import type { InnerParts } from "./outlineView.ts";

type Props = { readonly touchpoint: TouchpointView; readonly parts: InnerParts };

/** What a touchpoint holds: a text for each lane, its drawn curve as numbers, the journeys inside it. */
export function OutlineDetails({ touchpoint, parts }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const lanes = useJourney((view) => view.lanes);
  return (
    <div className="outline__details">
      <OutlineFeelings touchpoint={touchpoint} />
      {lanes
        .filter((lane) => hasCells(lane.kind) && !lane.hidden)
        .map((lane) => (
          <LaneText key={lane.id} lane={lane} touchpointId={touchpoint.id} />
        ))}
      {touchpoint.subJourneyIds.map((id) => (
        <SubJourney key={id} subJourneyId={id} parts={parts} />
      ))}
      {canEdit && touchpoint.subJourneyIds.length === 0 && (
        <Button
          look="quiet"
          icon={<CornerDownRight size={16} />}
          onClick={() => parts.openFeedback(touchpoint.id)}
        >
          {t("subJourney.make")}
        </Button>
      )}
    </div>
  );
}

type LaneTextProps = { readonly lane: LaneView; readonly touchpointId: string };

/** Where a lane crosses the touchpoint. Two people who begin at one instant make two blocks, and both stay (RULES J10). */
function LaneText({ lane, touchpointId }: LaneTextProps) {
  const canEdit = useCanEdit();
  const run = useCommand();
  const name = useLaneName()(lane);
  const cell = useJourney((view) => view.cells.get(cellKey(lane.id, touchpointId)));
  const blocks = cell?.blocks ?? [];
  if (!canEdit && blocks.every(({ text }) => text === "")) return null;
  return (
    <div className="outline__lane">
      <span className="outline__lane-name" aria-hidden="true">
        {name}
      </span>
      <div className="outline__texts">
        {(blocks.length > 0 ? blocks : [undefined]).map((block, i) => (
          <SharedText
            // The first letter makes the block: the text that it was typed in stays the same text.
            key={i === 0 ? "first" : block?.id}
            className="outline__text"
            label={name}
            multiline
            readOnly={!canEdit}
            value={block?.text ?? ""}
            onEdit={(text) =>
              run(editCell, { laneId: lane.id, touchpointId, text, ...(block ? { blockId: block.id } : {}) })
            }
          />
        ))}
      </div>
    </div>
  );
}

type SubProps = { readonly subJourneyId: string; readonly parts: InnerParts };

function SubJourney({ subJourneyId, parts }: SubProps) {
  const { t } = useTranslation();
  const sub = useJourney((view) => view.subJourneys.get(subJourneyId));
  if (!sub) return null;
  const name = sub.title || t(`subJourney.${sub.kind}`);
  return (
    <section className="outline__sub" aria-label={name}>
      <h3 className="outline__sub-name">
        <CornerDownRight size={15} aria-hidden="true" />
        {name}
      </h3>
      <parts.Path path={sub.path} subJourneyId={subJourneyId} parts={parts} />
    </section>
  );
}
