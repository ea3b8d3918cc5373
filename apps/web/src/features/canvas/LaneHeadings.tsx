import {
  canCollapse,
  editText,
  isLine,
  laneIndexBeside,
  moveLane,
  setLane,
  type LaneView,
} from "@polku/journey";
import { GRID, type LaneRow, type MapLayout } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import {
  ChevronDown,
  ChevronUp,
  Ellipsis,
  EyeOff,
  FoldVertical,
  Lock,
  Pin,
  Plus,
  UnfoldVertical,
} from "lucide-react";
import { memo, useCallback, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { laneNameId, isInHand, sameThing, type Thing } from "../../session/attention.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
} from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { frozenTop } from "./frozen.ts";
import { LaneResize } from "./LaneResize.tsx";
import type { MapParts } from "./slots.ts";
import { useLaneName } from "../../session/useLaneName.ts";
import type { Camera } from "./useCameraMoves.ts";
import { useSecondClick } from "./useSecondClick.ts";
import { useStuck } from "./useStuck.ts";

const stickToLeft = ([x, y]: readonly [number, number, number]) => ({ x: Math.max(x, 0), y });
const stickToCorner = ([x, y]: readonly [number, number, number]) => ({
  x: Math.max(x, 0),
  y: Math.max(y, 0),
});

type Props = {
  readonly layout: MapLayout;
  readonly Scale: MapParts["Scale"];
  /** Opens the list of all lanes, where they are added, shown, frozen and put in order. */
  readonly onLanes: () => void;
};

/** The lanes' names; they stay at the left of the window while the map moves under them. */
export const LaneHeadings = memo(function LaneHeadings({ layout, Scale, onLanes }: Props) {
  const { t } = useTranslation();
  const store = useStoreApi();
  const element = useStuck(stickToLeft);
  const corner = useStuck(stickToCorner);
  const { frozenEnd } = layout;
  const stickFrozen = useCallback(
    (camera: Camera) => ({
      x: Math.max(camera[0], 0),
      y: frozenTop(camera, frozenEnd, store.getState().height),
    }),
    [store, frozenEnd],
  );
  const frozen = useStuck(stickFrozen);
  const lanes = useJourney((view) => view.lanes);
  const canEdit = useCanEdit();
  const lastRow = layout.rows.at(-1);
  const hidden = lanes.filter((lane) => lane.hidden).length;
  const heads = (rows: readonly LaneRow[]) =>
    rows.map((row) => {
      const lane = lanes.find(({ id }) => id === row.laneId);
      return (
        lane && (
          <LaneHead key={row.laneId} lane={lane} row={row} onLanes={onLanes}>
            {row.kind === "emotion" && !row.collapsed && <Scale height={row.height} />}
          </LaneHead>
        )
      );
    });
  return (
    <div className="stuck stuck--lanes">
      <div ref={frozen} className="stuck__inner stuck__inner--frozen">
        {frozenEnd > GRID.bandHeight && (
          <div
            className="lane-heads__frozen"
            style={{ top: GRID.bandHeight, height: frozenEnd - GRID.bandHeight + 4 }}
          />
        )}
        {heads(layout.rows.filter((row) => row.frozen))}
      </div>
      <div
        ref={element}
        className="stuck__inner"
        style={{ width: GRID.headingWidth, height: layout.grid.height }}
      >
        <div className="lane-heads__ground" style={{ height: layout.grid.height + 16 }} />
        {heads(layout.rows.filter((row) => !row.frozen))}
        {canEdit && (
          <div
            className="lane-add"
            style={{ top: (lastRow ? lastRow.y + lastRow.height : GRID.bandHeight) + 12 }}
          >
            <button type="button" className="tool tool--words" onClick={onLanes}>
              <Plus size={15} aria-hidden="true" /> {t("lane.add")}
            </button>
            {hidden > 0 && (
              <button type="button" className="tool tool--words" onClick={onLanes}>
                {t("lane.hidden", { count: hidden })}
              </button>
            )}
          </div>
        )}
      </div>
      <div ref={corner} className="stuck__inner stuck__inner--corner">
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
  readonly onLanes: () => void;
  readonly children: ReactNode;
};

const LaneHead = memo(function LaneHead({ lane, row, onLanes, children }: HeadProps) {
  const { t } = useTranslation();
  const me: Thing = { kind: "lane", id: lane.id };
  const selected = useAttention((attention) => isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const lanes = useJourney((view) => view.lanes);
  const up = laneIndexBeside(lanes, lane.id, -1);
  const down = laneIndexBeside(lanes, lane.id, 1);
  const canEdit = useCanEdit();
  const clicks = useSecondClick(
    selected && canEdit,
    () => attention.select(me),
    () => attention.edit(me),
  );
  const run = useCommand();
  const name = useLaneName()(lane);
  const move = (index: number | null): void => {
    if (index !== null) run(moveLane, { laneId: lane.id, index });
  };
  const set = (change: { hidden: boolean } | { collapsed: boolean }): void =>
    void run(setLane, { laneId: lane.id, set: change });
  return (
    <div
      className="lane-head nodrag nopan"
      data-thing={`lane:${lane.id}`}
      data-kind={lane.kind}
      data-line={isLine(lane.kind) || undefined}
      data-collapsed={row.collapsed || undefined}
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
          {lane.frozen && <Pin size={13} className="lock-mark" aria-label={t("lane.frozen")} />}
          <span id={laneNameId(lane.id)}>{name}</span>
        </button>
      )}
      {selected && canEdit && (
        <span className="lane-head__tools">
          <Tool label={t("lane.up")} disabled={up === null} onClick={() => move(up)}>
            <ChevronUp size={15} />
          </Tool>
          <Tool label={t("lane.down")} disabled={down === null} onClick={() => move(down)}>
            <ChevronDown size={15} />
          </Tool>
          {canCollapse(lane.kind) && (
            <Tool
              label={t(lane.collapsed ? "lane.unfold" : "lane.collapse")}
              onClick={() => set({ collapsed: !lane.collapsed })}
            >
              {lane.collapsed ? <UnfoldVertical size={14} /> : <FoldVertical size={14} />}
            </Tool>
          )}
          <Tool label={t("lane.hide")} onClick={() => set({ hidden: true })}>
            <EyeOff size={14} />
          </Tool>
          <Tool label={t("lane.more")} onClick={onLanes}>
            <Ellipsis size={14} />
          </Tool>
        </span>
      )}
      {children}
      {canEdit && !isLine(lane.kind) && !row.collapsed && (
        <LaneResize laneId={lane.id} name={name} height={row.height} />
      )}
    </div>
  );
});
