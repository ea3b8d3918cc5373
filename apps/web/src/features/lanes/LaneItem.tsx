import {
  canCollapse,
  deleteLane,
  editText,
  isLine,
  laneIndexBeside,
  moveLane,
  setLane,
  type LaneView,
} from "@polku/journey";
import {
  ChevronDown,
  ChevronUp,
  Eye,
  EyeOff,
  FoldVertical,
  GripVertical,
  Lock,
  Pin,
  PinOff,
  Trash2,
  UnfoldVertical,
} from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useLaneName } from "../../session/useLaneName.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";

type Props = {
  readonly lane: LaneView;
  /** Somebody has just added it: its name is to be typed. */
  readonly isNew: boolean;
  readonly onGrip: (down: globalThis.PointerEvent) => void;
};

/** One lane of the list: its name, and what can be done with it. */
export function LaneItem({ lane, isNew, onGrip }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const lanes = useJourney((view) => view.lanes);
  const laneName = useLaneName();
  const name = laneName(lane);
  const run = session.run;
  const step = (deed: () => void) => (): void => {
    session.undo.beginStep();
    deed();
  };
  const up = laneIndexBeside(lanes, lane.id, -1);
  const down = laneIndexBeside(lanes, lane.id, 1);
  const move = (index: number | null): void => {
    if (index !== null) run(moveLane, { laneId: lane.id, index });
  };
  const set = (change: { hidden: boolean } | { collapsed: boolean } | { frozen: boolean }) =>
    step(() => void run(setLane, { laneId: lane.id, set: change }));
  const press = (event: KeyboardEvent): void => {
    const index = event.altKey ? { ArrowUp: up, ArrowDown: down }[event.key] : undefined;
    if (index === undefined || !canEdit) return;
    event.preventDefault();
    step(() => move(index))();
  };
  return (
    <li
      className="lane-item"
      data-lane={lane.id}
      data-hidden={lane.hidden || undefined}
      data-line={isLine(lane.kind) || undefined}
    >
      {canEdit && (
        <span
          className="lane-item__grip"
          title={t("lanes.drag", { lane: name })}
          onPointerDown={(event: PointerEvent) => event.button === 0 && onGrip(event.nativeEvent)}
        >
          <GripVertical size={16} aria-hidden="true" />
        </span>
      )}
      <div className="lane-item__name">
        {lane.locked && <Lock size={13} className="lock-mark" aria-label={t("hands.locked")} />}
        <SharedText
          className="lane-item__title"
          label={t("lane.name")}
          placeholder={laneName({ kind: lane.kind, title: "" })}
          readOnly={!canEdit}
          takesFocus={isNew}
          value={lane.title}
          onEdit={(text) => run(editText, { on: "lanes", id: lane.id, key: "title", text })}
          onKeyDown={press}
        />
      </div>
      {canEdit && (
        <span className="lane-item__tools">
          <Tool
            label={t("lanes.upThis", { lane: name })}
            disabled={up === null}
            onClick={step(() => move(up))}
          >
            <ChevronUp size={16} />
          </Tool>
          <Tool
            label={t("lanes.downThis", { lane: name })}
            disabled={down === null}
            onClick={step(() => move(down))}
          >
            <ChevronDown size={16} />
          </Tool>
          <Tool
            label={t(lane.hidden ? "lanes.showThis" : "lanes.hideThis", { lane: name })}
            onClick={set({ hidden: !lane.hidden })}
          >
            {lane.hidden ? <EyeOff size={15} /> : <Eye size={15} />}
          </Tool>
          {!canCollapse(lane.kind) && <span className="lane-item__gap" />}
          {canCollapse(lane.kind) && (
            <Tool
              label={t(lane.collapsed ? "lanes.unfoldThis" : "lanes.collapseThis", { lane: name })}
              onClick={set({ collapsed: !lane.collapsed })}
            >
              {lane.collapsed ? <UnfoldVertical size={15} /> : <FoldVertical size={15} />}
            </Tool>
          )}
          <Tool
            label={t(lane.frozen ? "lanes.letGoThis" : "lanes.freezeThis", { lane: name })}
            onClick={set({ frozen: !lane.frozen })}
          >
            {lane.frozen ? <PinOff size={15} /> : <Pin size={15} />}
          </Tool>
          <Tool
            label={t("lanes.deleteThis", { lane: name })}
            onClick={step(() => void run(deleteLane, { laneId: lane.id }))}
          >
            <Trash2 size={15} />
          </Tool>
        </span>
      )}
    </li>
  );
}
