import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
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
 * A text that several people type in at once. The caret stays with its words when others' letters arrive, and what an input method
 * composes goes out as one piece when it is done.
 */
export function SharedText(props: Props) {
  const { value, onEdit, label, className, placeholder, multiline, readOnly } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(value);
  const caret = useRef({ start: 0, end: 0 });
  const [composing, setComposing] = useState<{ base: string; draft: string } | null>(null);

  useLayoutEffect(() => {
    const area = element.current;
    const edit = smallestEdit(shown.current, value);
    shown.current = value;
    if (!area || !edit || composing || document.activeElement !== area) return;
    // React has put the new text in and the caret at its end; give it back its place among the words.
    const { start, end } = caret.current;
    area.setSelectionRange(movedCaret(start, edit), movedCaret(end, edit));
  }, [value, composing]);

  const { takesFocus } = props;
  useLayoutEffect(() => {
    const area = element.current;
    if (!takesFocus || !area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [takesFocus]);

  const remember = (): void => {
    const area = element.current;
    if (area) caret.current = { start: area.selectionStart, end: area.selectionEnd };
  };

  return (
    <textarea
      ref={element}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      readOnly={readOnly}
      value={composing?.draft ?? value}
      onChange={(event) => {
        const next = multiline ? event.target.value : event.target.value.replaceAll("\n", " ");
        if (composing) {
          setComposing({ ...composing, draft: next });
          return;
        }
        shown.current = next;
        onEdit(next);
        remember();
      }}
      onSelect={remember}
      onCompositionStart={() => setComposing({ base: value, draft: value })}
      onCompositionEnd={(event) => {
        const mine = event.currentTarget.value;
        const next = rebased(composing?.base ?? value, mine, value);
        shown.current = next;
        setComposing(null);
        onEdit(next);
      }}
      onFocus={() => {
        remember();
        props.onFocus?.();
      }}
      onBlur={props.onBlur}
      onKeyDown={props.onKeyDown}
    />
  );
}
