import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { smallestEdit, type TextEdit } from "@polku/journey";

type Props = {
  readonly value: string;
  /** Called with the whole next text; what is written is the difference. */
  readonly onEdit: (next: string) => void;
  readonly label: string;
  readonly className?: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly readOnly?: boolean;
  /** A person has just opened this text: the caret belongs in it. */
  readonly takesFocus?: boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

/** Where a caret goes when somebody else's edit lands in the text: behind the edit it moves along, before it it stays. */
export function movedCaret(caret: number, edit: TextEdit): number {
  if (caret <= edit.at) return caret;
  if (caret >= edit.at + edit.remove) return caret + edit.insert.length - edit.remove;
  return edit.at + edit.insert.length;
}

/** Puts one's own change of `base` onto `now`, which others have changed meanwhile. */
export function rebased(base: string, mine: string, now: string): string {
  const own = smallestEdit(base, mine);
  const theirs = smallestEdit(base, now);
  if (!own) return now;
  if (!theirs) return mine;
  const start = movedCaret(own.at, theirs);
  const end = Math.max(start, movedCaret(own.at + own.remove, theirs));
  return now.slice(0, start) + own.insert + now.slice(end);
}

/**
 * A text that several people type in at once. The element keeps its own value, so that its caret is always the true one when others'
 * letters arrive; what an input method composes goes out as one piece when it is done.
 */
export function SharedText(props: Props) {
  const { value, onEdit, label, className, placeholder, multiline, readOnly, takesFocus } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  /** The text as it was when the input method began; null while nothing is composed. */
  const composedFrom = useRef<string | null>(null);

  useLayoutEffect(() => {
    const area = element.current;
    if (!area || composedFrom.current !== null) return;
    const edit = smallestEdit(area.value, value);
    if (!edit) return;
    const { selectionStart, selectionEnd } = area;
    area.value = value;
    if (document.activeElement === area)
      area.setSelectionRange(movedCaret(selectionStart, edit), movedCaret(selectionEnd, edit));
  }, [value]);

  useLayoutEffect(() => {
    const area = element.current;
    if (!takesFocus || !area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [takesFocus]);

  return (
    <textarea
      ref={element}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      readOnly={readOnly}
      defaultValue={value}
      onChange={(event) => {
        if (composedFrom.current !== null) return;
        const area = event.currentTarget;
        if (!multiline && area.value.includes("\n")) area.value = area.value.replaceAll("\n", " ");
        onEdit(area.value);
      }}
      onCompositionStart={() => {
        composedFrom.current = value;
      }}
      onCompositionEnd={(event) => {
        const base = composedFrom.current ?? value;
        composedFrom.current = null;
        const next = rebased(base, event.currentTarget.value, value);
        event.currentTarget.value = next;
        onEdit(next);
      }}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onKeyDown={props.onKeyDown}
    />
  );
}
