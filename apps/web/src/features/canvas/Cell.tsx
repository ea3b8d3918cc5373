import { cellKey, editCell, type CellView, type LaneView } from "@polku/journey";
import type { Box } from "@polku/drawing";
import { lazy, memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { isInHand, laneNameId, sameThing, touchpointNameId, type Thing } from "../../session/attention.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
} from "../../session/SessionContext.tsx";
import { patiently } from "../../ui/patiently.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { Holders } from "./Holders.tsx";
import { useSecondClick } from "./useSecondClick.ts";
import { useLaneName } from "../../session/useLaneName.ts";

/** Few maps have such a lane: what draws it comes with it. */
const ArcLevel = lazy(() => patiently(() => import("./ArcLevel.tsx")));

type Props = { readonly lane: LaneView; readonly touchpointId: string; readonly box: Box };

/** Where a lane crosses a touchpoint: text that several people may type in at once. */
export const Cell = memo(function Cell({ lane, touchpointId, box }: Props) {
  const { t } = useTranslation();
  const cell = useJourney((view) => view.cells.get(cellKey(lane.id, touchpointId)));
  const me: Thing = { kind: "cell", laneId: lane.id, touchpointId };
  const selected = useAttention((attention) => sameThing(attention.selected, me));
  const gathered = useAttention((attention) => attention.gathered.size > 0 && isInHand(attention, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const clicks = useSecondClick(
    selected && canEdit,
    () => attention.select(me),
    () => attention.edit(me),
  );
  const blocks = cell?.blocks ?? [];
  const isEmpty = blocks.every((block) => block.text === "");
  const textId = `text-${encodeURIComponent(cellKey(lane.id, touchpointId))}`;

  return (
    <div
      className="cell"
      data-thing={`cell:${lane.id}/${touchpointId}`}
      data-selected={selected || undefined}
      data-gathered={gathered || undefined}
      data-empty={isEmpty || undefined}
      data-kind={lane.kind}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <Holders thing={me} />
      {lane.kind === "dramatic_arc" && (
        <Suspense>
          <ArcLevel touchpointId={touchpointId} />
        </Suspense>
      )}
      {editing && canEdit ? (
        <OpenCell lane={lane} touchpointId={touchpointId} blocks={blocks} />
      ) : (
        <button
          type="button"
          id={textId}
          className="cell__show"
          tabIndex={selected ? 0 : -1}
          aria-labelledby={`${laneNameId(lane.id)} ${touchpointNameId(touchpointId)} ${textId}`}
          {...clicks}
          onDoubleClick={() => canEdit && attention.edit(me)}
          onFocus={() => attention.select(me)}
        >
          {isEmpty && <span className="visually-hidden">{t("cell.empty")}</span>}
          {blocks.map((block) => (
            <span key={block.id} className="cell__block">
              {block.text}
            </span>
          ))}
        </button>
      )}
    </div>
  );
});

type OpenProps = Omit<Props, "box"> & { readonly blocks: CellView["blocks"] };

/** A cell while it is typed in: a text for each block. */
function OpenCell({ lane, touchpointId, blocks }: OpenProps) {
  const { t } = useTranslation();
  const laneName = useLaneName()(lane);
  const title = useJourney((view) => view.touchpoints.get(touchpointId)?.title ?? "");
  const attention = useAttentionStore();
  const run = useCommand();
  const write = (blockId: string | undefined, text: string): void => {
    run(editCell, { laneId: lane.id, touchpointId, text, ...(blockId ? { blockId } : {}) });
  };
  return (
    <div
      className="cell__texts nodrag nopan"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || attention.edit(null)}
    >
      {(blocks.length > 0 ? blocks : [undefined]).map((block, i) => (
        <SharedText
          key={block?.id ?? "first"}
          className="cell__text"
          label={t("cell.name", { lane: laneName, touchpoint: title || t("touchpoint.untitled") })}
          multiline
          takesFocus={i === 0}
          value={block?.text ?? ""}
          onEdit={(text) => write(block?.id, text)}
        />
      ))}
    </div>
  );
}
