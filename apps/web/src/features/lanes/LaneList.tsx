import { laneIndexAbove, lanesAsTheyLie, moveLane } from "@polku/journey";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { dragOrder } from "../../ui/dragOrder.ts";
import { Group } from "../../ui/Group.tsx";
import { AddLane } from "./AddLane.tsx";
import { LaneItem } from "./LaneItem.tsx";
import { ScaleWords } from "./ScaleWords.tsx";
import "./lanes.css";

/** All lanes as they lie on the map, hidden ones below them, and every kind that can be added. */
export default function LaneList() {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const lanes = useJourney((view) => view.lanes);
  const list = useRef<HTMLUListElement>(null);
  const [line, setLine] = useState<number | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const grip = (down: PointerEvent, laneId: string): void => {
    const own = lanes.find(({ id }) => id === laneId);
    const beside = lanesAsTheyLie(lanes).filter((lane) => own?.frozen === lane.frozen || own?.hidden);
    dragOrder(
      down,
      laneId,
      () =>
        beside.flatMap(({ id }) => {
          const element = list.current?.querySelector(`[data-lane="${CSS.escape(id)}"]`);
          return element ? [{ id, element }] : [];
        }),
      (place) => setLine(place && place.y - (list.current?.getBoundingClientRect().y ?? 0)),
      (above) => {
        session.undo.beginStep();
        session.run(moveLane, { laneId, index: laneIndexAbove(session.view().lanes, laneId, above) });
      },
    );
  };
  return (
    <div className="lanes">
      <ul className="lanes__list" ref={list}>
        {[...lanesAsTheyLie(lanes), ...lanes.filter(({ hidden }) => hidden)].map((lane) => (
          <LaneItem
            key={lane.id}
            lane={lane}
            isNew={lane.id === added}
            onGrip={(down) => grip(down, lane.id)}
          />
        ))}
        {line !== null && <li className="lanes__line" aria-hidden="true" style={{ top: line - 2 }} />}
      </ul>
      {canEdit && <p className="field__hint">{t("lanes.hint")}</p>}
      {lanes.some(({ kind }) => kind === "emotion") && <ScaleWords />}
      {canEdit && (
        <Group name="addLane" title={t("lanes.add")} opened>
          <AddLane onAdded={setAdded} />
        </Group>
      )}
    </div>
  );
}
