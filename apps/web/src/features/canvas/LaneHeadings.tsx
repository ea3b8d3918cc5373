import { addLane, deleteLane, editText, isLine, moveLane, setLane, type LaneView } from "@polku/journey";
import { GRID, type LaneRow, type MapLayout } from "@polku/drawing";
import { ChevronDown, ChevronUp, EyeOff, Lock, Plus, Trash2 } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { laneNameId, isInHand, sameThing, type Thing } from "../../session/attention.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { LaneResize } from "./LaneResize.tsx";
import type { MapParts } from "./slots.ts";
import { useLaneName } from "../../session/useLaneName.ts";
import { useSecondClick } from "./useSecondClick.ts";
import { useStuck } from "./useStuck.ts";

const stickToLeft = ([x, y]: readonly [number, number, number]) => ({ x: Math.max(x, 0), y });
const stickToCorner = ([x, y]: readonly [number, number, number]) => ({
  x: Math.max(x, 0),
  y: Math.max(y, 0),
});

type Props = { readonly layout: MapLayout; readonly Scale: MapParts["Scale"] };

/** The lanes' names; they stay at the left of the window while the map moves under them. */
export const LaneHeadings = memo(function LaneHeadings({ layout, Scale }: Props) {
  const { t } = useTranslation();
  const element = useStuck(stickToLeft);
  const corner = useStuck(stickToCorner);
  const lanes = useJourney((view) => view.lanes);
  const canEdit = useCanEdit();
  const run = useCommand();
  const attention = useAttentionStore();
  const lastRow = layout.rows.at(-1);
  const hidden = lanes.filter((lane) => lane.hidden);
  return (
    <div className="stuck stuck--lanes">
      <div
        ref={element}
        className="stuck__inner"
        style={{ width: GRID.headingWidth, height: layout.grid.height }}
      >
        <div className="lane-heads__ground" style={{ height: layout.grid.height + 16 }} />
        {layout.rows.map((row) => {
          const index = lanes.findIndex(({ id }) => id === row.laneId);
          const lane = lanes[index];
          return (
            lane && (
              <LaneHead key={row.laneId} lane={lane} row={row} index={index} count={lanes.length}>
                {row.kind === "emotion" && <Scale height={row.height} />}
              </LaneHead>
            )
          );
        })}
        {canEdit && (
          <div
            className="lane-add"
            style={{ top: (lastRow ? lastRow.y + lastRow.height : GRID.bandHeight) + 12 }}
          >
            <button
              type="button"
              className="tool tool--words"
              onClick={() => {
                const made = run(addLane, { kind: "custom" });
                if (made.ok) attention.edit({ kind: "lane", id: made.value.id });
              }}
            >
              <Plus size={15} aria-hidden="true" /> {t("lane.add")}
            </button>
            {hidden.length > 0 && (
              <button
                type="button"
                className="tool tool--words"
                onClick={() => {
                  for (const lane of hidden) run(setLane, { laneId: lane.id, set: { hidden: false } });
                }}
              >
                {t("lane.showHidden", { count: hidden.length })}
              </button>
            )}
          </div>
        )}
      </div>
      <div ref={corner} className="stuck__inner">
        <div className="lane-heads__corner" style={{ width: GRID.headingWidth, height: GRID.bandHeight }}>
          {t("stage.all")}
        </div>
      </div>
    </div>
  );
});

type HeadProps = {
  readonly lane: LaneView;
  readonly row: LaneRow;
  readonly index: number;
  readonly count: number;
  readonly children: ReactNode;
};

const LaneHead = memo(function LaneHead({ lane, row, index, count, children }: HeadProps) {
  const { t } = useTranslation();
  const me: Thing = { kind: "lane", id: lane.id };
  const selected = useAttention((attention) => isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const { undo } = useSession();
  const canEdit = useCanEdit();
  const clicks = useSecondClick(
    selected && canEdit,
    () => attention.select(me),
    () => attention.edit(me),
  );
  const run = useCommand();
  const name = useLaneName()(lane);
  return (
    <div
      className="lane-head nodrag nopan"
      data-thing={`lane:${lane.id}`}
      data-kind={lane.kind}
      data-line={isLine(lane.kind) || undefined}
      data-selected={selected || undefined}
      style={{ top: row.y, height: row.height, width: GRID.headingWidth }}
    >
      {editing && canEdit ? (
        <SharedText
          className="lane-head__text"
          label={t("lane.name")}
          takesFocus
          placeholder={name}
          value={lane.title}
          onEdit={(text) => run(editText, { on: "lanes", id: lane.id, key: "title", text })}
          onBlur={() => attention.edit(null)}
        />
      ) : (
        <button
          type="button"
          className="lane-head__title"
          aria-label={t("lane.label", { lane: name })}
          {...clicks}
          onFocus={() => attention.select(me)}
        >
          {lane.locked && <Lock size={13} className="lock-mark" aria-label={t("hands.locked")} />}
          <span id={laneNameId(lane.id)}>{name}</span>
        </button>
      )}
      {selected && canEdit && (
        <span className="lane-head__tools">
          <Tool
            label={t("lane.up")}
            disabled={index === 0}
            onClick={() => run(moveLane, { laneId: lane.id, index: index - 1 })}
          >
            <ChevronUp size={15} />
          </Tool>
          <Tool
            label={t("lane.down")}
            disabled={index === count - 1}
            onClick={() => run(moveLane, { laneId: lane.id, index: index + 1 })}
          >
            <ChevronDown size={15} />
          </Tool>
          <Tool
            label={t("lane.hide")}
            onClick={() => run(setLane, { laneId: lane.id, set: { hidden: true } })}
          >
            <EyeOff size={14} />
          </Tool>
          <Tool
            label={t("lane.delete")}
            onClick={() => {
              undo.beginStep();
              run(deleteLane, { laneId: lane.id });
              attention.select(null);
            }}
          >
            <Trash2 size={14} />
          </Tool>
        </span>
      )}
      {children}
      {canEdit && !isLine(lane.kind) && <LaneResize laneId={lane.id} name={name} height={row.height} />}
    </div>
  );
});
