import { cellKey, editCell, type LaneView } from "@polku/journey";
import type { Box } from "@polku/drawing";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { sameThing, type Thing } from "../../session/attention.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
} from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Holders } from "./Holders.tsx";
import { useSecondClick } from "./useSecondClick.ts";
import { useLaneName } from "./useLaneName.ts";

type Props = { readonly lane: LaneView; readonly touchpointId: string; readonly box: Box };

/** Where a lane crosses a touchpoint: text that several people may type in at once. */
export const Cell = memo(function Cell({ lane, touchpointId, box }: Props) {
  const { t } = useTranslation();
  const laneName = useLaneName()(lane);
  const title = useJourney((view) => view.touchpoints.get(touchpointId)?.title ?? "");
  const cell = useJourney((view) => view.cells.get(cellKey(lane.id, touchpointId)));
  const me: Thing = { kind: "cell", laneId: lane.id, touchpointId };
  const selected = useAttention((attention) => sameThing(attention.selected, me));
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const clicks = useSecondClick(
    selected && canEdit,
    () => attention.select(me),
    () => attention.edit(me),
  );
  const run = useCommand();
  const blocks = cell?.blocks ?? [];
  const label = t("cell.name", { lane: laneName, touchpoint: title || t("touchpoint.untitled") });
  const write = (blockId: string | undefined, text: string): void => {
    run(editCell, { laneId: lane.id, touchpointId, text, ...(blockId ? { blockId } : {}) });
  };

  return (
    <div
      className="cell"
      data-thing={`cell:${lane.id}/${touchpointId}`}
      data-selected={selected || undefined}
      data-empty={blocks.every((block) => block.text === "") || undefined}
      data-kind={lane.kind}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <Holders thing={me} />
      {editing && canEdit ? (
        <div
          className="cell__texts nodrag nopan"
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || attention.edit(null)}
        >
          {(blocks.length > 0 ? blocks : [undefined]).map((block, i) => (
            <SharedText
              key={block?.id ?? "first"}
              className="cell__text"
              label={label}
              multiline
              takesFocus={i === 0}
              value={block?.text ?? ""}
              onEdit={(text) => write(block?.id, text)}
            />
          ))}
        </div>
      ) : (
        <button
          type="button"
          className="cell__show"
          tabIndex={selected ? 0 : -1}
          aria-label={`${label}: ${blocks.map((block) => block.text).join("\n") || t("cell.empty")}`}
          {...clicks}
          onDoubleClick={() => canEdit && attention.edit(me)}
          onFocus={() => attention.select(me)}
        >
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
