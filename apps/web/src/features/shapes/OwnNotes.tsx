import { SHAPE_COLOURS, SHAPE_SIZE, type ShapeColour, type ShapeView } from "@polku/journey";
import { Panel } from "@xyflow/react";
import { StickyNote, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnNotes } from "../../api/canvasNotes.ts";
import { useMe } from "../../api/people.ts";
import { touchpointOf } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useJourney, useSession } from "../../session/SessionContext.tsx";
import { freeCorner, isOwnNote, newPlace } from "../../session/shapeHand.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { isTyping } from "../../ui/isTyping.ts";
import { tell } from "../../ui/Toasts.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { Colours } from "./Colours.tsx";
import { moveOwnNote, useOwnHand } from "./ownMoves.ts";
import { ARROWS, STEP } from "./useShapeKeys.ts";
import "./ownNotes.css";

const LONGEST = 2_000;

/** For who takes part without editing: a note of one's own is put on the map, moved, written anew, taken away. The server writes it. */
export default function OwnNotes() {
  const { data: me } = useMe();
  const meId = me?.id ?? null;
  useEffect(() => {
    useOwnHand.setState({ meId });
    return () => useOwnHand.setState({ meId: null });
  }, [meId]);
  useOwnNoteKeys(meId);
  return (
    <Panel position="bottom-left" className="own-notes">
      <OwnNoteSheet />
    </Panel>
  );
}

/** The note of one's own that is in hand, or the way to a new one. `inText` is beside the journey in words. */
export function OwnNoteSheet({ inText = false }: { readonly inText?: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const selected = useAttention(({ selected: one }) => (one?.kind === "shape" ? one.id : null));
  const attention = useAttentionStore();
  const own = useJourney((view) => {
    const shape = selected === null ? undefined : view.shapes.get(selected);
    return shape && isOwnNote(shape, me?.id) ? shape : null;
  });
  const [adding, setAdding] = useState(false);
  const close = (): void => {
    setAdding(false);
    if (own) attention.select(null);
  };
  return own || adding ? (
    <Sheet key={own?.id ?? "new"} note={own} inText={inText} onClose={close} />
  ) : (
    <Button icon={<StickyNote size={16} />} onClick={() => setAdding(true)}>
      {t("shapes.own.add")}
    </Button>
  );
}

/** Arrow keys move the own note in hand, as they move an editor's shapes; Enter goes to its words. */
function useOwnNoteKeys(meId: string | null): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { selected } = session.attention.getState();
      const shape = selected?.kind === "shape" ? session.view().shapes.get(selected.id) : undefined;
      if (!selected || !shape || !isOwnNote(shape, meId)) return;
      const arrow = ARROWS[event.key];
      if (arrow) {
        const step = event.shiftKey ? STEP.fine : STEP.usual;
        void moveOwnNote(session, shape.id, arrow[0] * step, arrow[1] * step);
      } else if (event.key === "Enter" || event.key === "F2") session.attention.edit(selected);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [session, meId]);
}

/** A little apart from the notes that lie there already, px. */
const APART = 24;

/** Where a new note goes: above the touchpoint in hand, else into the middle of the window; from the words, below the map. */
function usePlace(inText: boolean) {
  const session = useSession();
  return (touchpointId: string | null): { x: number; y: number; touchpointId?: string } => {
    const [width, height] = SHAPE_SIZE.note;
    const shapes = [...session.view().shapes.values()];
    if (touchpointId !== null) {
      const there = shapes.filter((shape) => shape.touchpointId === touchpointId).length;
      return { x: there * APART, y: -height - APART + there * APART, touchpointId };
    }
    const middle = inText ? null : session.presence.sight();
    if (!middle) return freeCorner(session);
    const [x, y] = [middle.x - width / 2, middle.y - height / 2];
    const near = shapes.filter(
      (shape) => Math.abs(shape.x - x) < width && Math.abs(shape.y - y) < height,
    ).length;
    const at = { x: x + near * APART, y: y + near * APART };
    return newPlace(session, at) ?? at;
  };
}

type SheetProps = {
  /** Null: a new one. */
  readonly note: ShapeView | null;
  readonly inText: boolean;
  readonly onClose: () => void;
};

function Sheet({ note, inText, onClose }: SheetProps) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const { add, change, remove } = useOwnNotes(journeyId);
  const place = usePlace(inText);
  const touchpointId = useAttention(({ selected }) => touchpointOf(selected));
  const on = useJourney((view) =>
    touchpointId === null ? null : (view.touchpoints.get(touchpointId)?.title ?? null),
  );
  const [text, setText] = useState(note?.text ?? "");
  const [colour, setColour] = useState<ShapeColour>(note?.colour ?? "yellow");
  const [id] = useState(() => note?.id ?? crypto.randomUUID());
  const sheet = useRef<HTMLFormElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEscape(sheet, onClose);
  const attention = useAttentionStore();
  const isWriting = useAttention(({ editing }) => editing?.kind === "shape" && editing.id === note?.id);
  // A note that is taken in hand keeps the keyboard, so that arrows move it; its words take it when they are asked for.
  const takesKeys = note === null || isWriting;
  useEffect(() => {
    if (takesKeys) words.current?.focus();
    // Beside the words of the journey it may begin below the window.
    if (inText) sheet.current?.scrollIntoView?.({ block: "nearest" });
  }, [takesKeys, inText]);
  const ends = {
    onSuccess: onClose,
    onError: (error: Error) => tell(error.message, "problem"),
  };
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (note) change.mutate({ id, text, colour }, ends);
    else add.mutate({ id, text, colour, at: place(touchpointId) }, ends);
  };
  const busy = add.isPending || change.isPending || remove.isPending;
  return (
    <form ref={sheet} className="own-notes__sheet" aria-label={t("shapes.own.title")} onSubmit={keep}>
      <div className="own-notes__head">
        <h2>{t("shapes.own.title")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      <textarea
        ref={words}
        className="input"
        rows={4}
        maxLength={LONGEST}
        aria-label={t("shapes.words.note")}
        placeholder={t("shapes.hints.note")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => isWriting && attention.edit(null)}
      />
      <Colours colours={SHAPE_COLOURS} chosen={colour} isPaper onChoose={setColour} />
      {note && !inText && <p className="own-notes__where">{t("shapes.own.move")}</p>}
      {!note && (
        <p className="own-notes__where">
          {on === null
            ? t(inText ? "shapes.own.below" : "shapes.own.middle")
            : t("shapes.on", { touchpoint: on || t("touchpoint.untitled") })}
        </p>
      )}
      <div className="own-notes__foot">
        <Button look="primary" type="submit" disabled={busy || text.trim() === ""}>
          {t(note ? "shapes.own.keep" : "shapes.own.put")}
        </Button>
        {note && (
          <Button
            look="danger"
            icon={<Trash2 size={16} />}
            disabled={busy}
            onClick={() => remove.mutate(id, ends)}
          >
            {t("shapes.own.remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
