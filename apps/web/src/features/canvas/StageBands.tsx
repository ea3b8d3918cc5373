import { addStage, addTouchpoint, deleteStage, editText, moveStage } from "@polku/journey";
import { GRID, type MapLayout, type StageBand } from "@polku/drawing";
import { ChevronLeft, ChevronRight, Lock, Plus, Trash2 } from "lucide-react";
import { memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { isInHand, sameThing, type Thing } from "../../session/attention.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
} from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { headsTop } from "./frozen.ts";
import { Holders } from "./Holders.tsx";
import type { MapParts } from "./slots.ts";
import type { Camera } from "./useCameraMoves.ts";
import { useSecondClick } from "./useSecondClick.ts";
import { useStuck } from "./useStuck.ts";

type BandsProps = { readonly layout: MapLayout; readonly Leads: MapParts["Leads"] };

const stickToTop = (camera: Camera) => ({ x: camera[0], y: headsTop(camera) });

/** The stages over their touchpoints; they stay at the top of the window while the map moves down under them. */
export const StageBands = memo(function StageBands({ layout, Leads }: BandsProps) {
  const { t } = useTranslation();
  const element = useStuck(stickToTop);
  const canEdit = useCanEdit();
  const run = useCommand();
  const attention = useAttentionStore();
  const last = layout.bands.at(-1);
  return (
    <div className="stuck stuck--stages">
      <div
        ref={element}
        className="stuck__inner"
        style={{ width: layout.grid.width, height: GRID.bandHeight }}
      >
        {layout.bands.map((band, i) => (
          <StageHead
            key={band.stageId}
            band={band}
            Leads={Leads}
            height={GRID.bandHeight}
            index={i}
            count={layout.bands.length}
          />
        ))}
        {canEdit && (
          <button
            type="button"
            className="add-stage"
            style={{ left: (last ? last.x + last.width : GRID.headingWidth) + 16 }}
            onClick={() => {
              const made = run(addStage, {});
              if (made.ok) attention.edit({ kind: "stage", id: made.value.id });
            }}
          >
            <Plus size={16} aria-hidden="true" /> {t("stage.add")}
          </button>
        )}
      </div>
    </div>
  );
});

type HeadProps = {
  readonly band: StageBand;
  readonly Leads: MapParts["Leads"];
  readonly height: number;
  readonly index: number;
  readonly count: number;
  readonly top?: number;
};

/** One stage's name, and what can be done to it while it is selected. */
export const StageHead = memo(function StageHead(props: HeadProps) {
  const { band, Leads, height, index, count, top = 0 } = props;
  const { t } = useTranslation();
  const me: Thing = { kind: "stage", id: band.stageId };
  const selected = useAttention((attention) => isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const clicks = useSecondClick(
    selected && canEdit,
    () => attention.select(me),
    () => attention.edit(me),
  );
  const run = useCommand();
  const stage = useJourney((view) =>
    (view.path.stages.some(({ id }) => id === band.stageId)
      ? view.path
      : ([...view.subJourneys.values()].find((sub) => sub.path.stages.some(({ id }) => id === band.stageId))
          ?.path ?? view.path)
    ).stages.find(({ id }) => id === band.stageId),
  );
  if (!stage) return null;
  return (
    <div
      className="stage-head nodrag nopan"
      data-thing={`stage:${band.stageId}`}
      data-selected={selected || undefined}
      style={{ left: band.x, top, width: band.width, height }}
    >
      <Holders thing={me} />
      {editing && canEdit ? (
        <SharedText
          className="stage-head__text"
          label={t("stage.name")}
          takesFocus
          value={stage.title}
          onEdit={(text) => run(editText, { on: "stages", id: stage.id, key: "title", text })}
          onBlur={() => attention.edit(null)}
        />
      ) : (
        <button
          type="button"
          className="stage-head__title"
          aria-label={t("stage.label", {
            stage: stage.title || t("stage.untitled"),
            n: stage.touchpointIds.length,
          })}
          {...clicks}
          onFocus={() => attention.select(me)}
        >
          {stage.locked && <Lock size={13} className="lock-mark" aria-label={t("hands.locked")} />}
          {stage.title || t("stage.untitled")}
        </button>
      )}
      {stage.leadsTo !== null && (
        <span className="stage-head__leads">
          <Suspense>
            <Leads to={stage.leadsTo} />
          </Suspense>
        </span>
      )}
      {canEdit && (
        <span className="stage-head__tools">
          {selected && (
            <>
              <Tool
                label={t("stage.earlier")}
                disabled={index === 0}
                onClick={() => run(moveStage, { stageId: stage.id, index: index - 1 })}
              >
                <ChevronLeft size={16} />
              </Tool>
              <Tool
                label={t("stage.later")}
                disabled={index === count - 1}
                onClick={() => run(moveStage, { stageId: stage.id, index: index + 1 })}
              >
                <ChevronRight size={16} />
              </Tool>
              <Tool
                label={t("stage.delete")}
                onClick={() => {
                  run(deleteStage, { stageId: stage.id });
                  attention.select(null);
                }}
              >
                <Trash2 size={15} />
              </Tool>
            </>
          )}
          <Tool
            label={t("touchpoint.addTo", { stage: stage.title || t("stage.untitled") })}
            onClick={() => {
              const made = run(addTouchpoint, { stageId: stage.id });
              if (made.ok) attention.edit({ kind: "touchpoint", id: made.value.id });
            }}
          >
            <Plus size={16} />
          </Tool>
        </span>
      )}
    </div>
  );
});
