import { deleteThings, editText, type ShapeView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useAttentionStore, useCommand } from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";

type Props = { readonly shape: ShapeView; readonly className: string };

/** Gives the keyboard back to the shape itself, without moving the map: it is in sight, for it was written on. */
function focusFace(id: string): void {
  const thing = `[data-thing="${CSS.escape(`shape:${id}`)}"] [data-focus]`;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(thing)?.focus({ preventScroll: true }));
}

/** What is written on a shape while it is open: several people may type in it at once. */
export function ShapeWords({ shape, className }: Props) {
  const { t } = useTranslation();
  const attention = useAttentionStore();
  const run = useCommand();
  const isLine = shape.kind === "frame" || shape.kind === "arrow";
  const leave = (): void => {
    attention.edit(null);
    // A text without a word would lie there unseen.
    if (shape.kind === "text" && shape.text.trim() === "") run(deleteThings, { shapeIds: [shape.id] });
  };
  return (
    <SharedText
      className={`${className} nodrag nopan`}
      label={t(`shapes.words.${shape.kind}`)}
      placeholder={t(`shapes.hints.${shape.kind}`)}
      multiline={!isLine}
      takesFocus
      value={shape.text}
      onEdit={(text) => run(editText, { on: "shapes", id: shape.id, key: "text", text })}
      onBlur={leave}
      onKeyDown={(event) => {
        // In a note a line ends with Enter; a title and the words of an arrow are one line.
        if (event.key !== "Escape" && !(event.key === "Enter" && isLine)) return;
        event.preventDefault();
        leave();
        focusFace(shape.id);
      }}
    />
  );
}
