import { useEffect, useRef, type KeyboardEvent } from "react";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { useOutlineView } from "./outlineView.ts";

type Props = {
  /** The stage or touchpoint that the title belongs to. */
  readonly id: string;
  readonly className: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onEdit: (text: string) => void;
  readonly onFocus?: () => void;
  /** Enter: what comes next is begun. */
  readonly onNext: () => void;
  readonly onMove: (by: 1 | -1) => void;
  /** Backspace in an empty title. */
  readonly onRemove: () => void;
};

/** A title in the outline, with the keys of an outline: Enter begins the next, Alt and arrows move it, Backspace takes an empty one away. */
export function OutlineTitle(props: Props) {
  const { id, value } = props;
  const canEdit = useCanEdit();
  const caret = useOutlineView((view) => (view.caret?.id === id ? view.caret : null));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!caret) return;
    const area = place.current?.querySelector("textarea");
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    useOutlineView.setState({ caret: null });
  }, [caret]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!canEdit || event.nativeEvent.isComposing) return;
    const deed =
      event.key === "Enter" && !event.shiftKey
        ? props.onNext
        : event.altKey && event.key === "ArrowUp"
          ? () => props.onMove(-1)
          : event.altKey && event.key === "ArrowDown"
            ? () => props.onMove(1)
            : event.key === "Backspace" && value === ""
              ? props.onRemove
              : null;
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <div className="outline__title" ref={place}>
      <SharedText
        className={props.className}
        label={props.label}
        placeholder={props.placeholder}
        readOnly={!canEdit}
        value={value}
        onEdit={props.onEdit}
        onKeyDown={press}
        {...(props.onFocus ? { onFocus: props.onFocus } : {})}
      />
    </div>
  );
}
