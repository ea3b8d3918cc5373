import { addLane, type LaneKind } from "@polku/journey";
import { Check, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { useLaneName } from "../../session/useLaneName.ts";
import { tell } from "../../ui/Toasts.tsx";
import { LANE_GROUPS, ONCE } from "./laneGroups.ts";

const GROUPS = Object.keys(LANE_GROUPS) as (keyof typeof LANE_GROUPS)[];

/** Every kind of lane, to be added below the others. `onAdded` is told which one came. */
export function AddLane({ onAdded }: { readonly onAdded: (laneId: string) => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const laneName = useLaneName();
  const lanes = useJourney((view) => view.lanes);
  const known = (kind: LaneKind) => lanes.find((lane) => lane.kind === kind);
  const name = (kind: LaneKind): string =>
    kind === "custom" ? t("lanes.own") : laneName({ kind, title: "" });
  const add = (kind: LaneKind): void => {
    session.undo.beginStep();
    const made = session.run(addLane, { kind });
    if (!made.ok) return;
    tell(t("lanes.added", { lane: name(kind) }));
    onAdded(made.value.id);
  };
  return (
    <div className="add-lane">
      {GROUPS.map((group) => (
        <div key={group} className="add-lane__group" role="group" aria-label={t(`lanes.groups.${group}`)}>
          <span className="add-lane__name" aria-hidden="true">
            {t(`lanes.groups.${group}`)}
          </span>
          {LANE_GROUPS[group].map((kind: LaneKind) => {
            const there = kind === "custom" ? undefined : known(kind);
            return (
              <button
                key={kind}
                type="button"
                className="add-lane__kind"
                disabled={there !== undefined && ONCE.includes(kind)}
                title={there && t("lanes.again", { lane: laneName(there) })}
                onClick={() => add(kind)}
              >
                {there ? <Check size={14} aria-hidden="true" /> : <Plus size={14} aria-hidden="true" />}
                {name(kind)}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
