import { SHAPE_COLOURS, SHAPE_SIZE, type ShapeColour, type ShapeView } from "@polku/journey";
import { Panel } from "@xyflow/react";
import { StickyNote, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnNotes } from "../../api/canvasNotes.ts";
import { useMe } from "../../api/people.ts";
import { touchpointOf } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { Colours } from "./Colours.tsx";
import "./ownNotes.css";

const LONGEST = 2_000;

/** For who takes part without editing: a note of one's own is put on the map, written anew, taken away. The server writes it. */
export default function OwnNotes() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const selected = useAttention(({ selected: one }) => (one?.kind === "shape" ? one.id : null));
  const attention = useAttentionStore();
  const own = useJourney((view) => {
    const shape = selected === null ? undefined : view.shapes.get(selected);
    return shape?.kind === "note" && me && shape.by === me.id && !shape.locked ? shape : null;
  });
  const [adding, setAdding] = useState(false);
  const close = (): void => {
    setAdding(false);
    if (own) attention.select(null);
  };
  return (
    <Panel position="bottom-left" className="own-notes">
      {own || adding ? (
        <Sheet key={own?.id ?? "new"} note={own} onClose={close} />
      ) : (
        <Button icon={<StickyNote size={16} />} onClick={() => setAdding(true)}>
          {t("shapes.own.add")}
        </Button>
      )}
    </Panel>
  );
}

/** A little apart from the notes that lie there already, px. */
const APART = 24;

/** Where a new note goes: above the touchpoint in hand, else into the middle of the window. */
function usePlace() {
  const session = useSession();
  return (touchpointId: string | null): { x: number; y: number; touchpointId?: string } => {
    const [width, height] = SHAPE_SIZE.note;
    const shapes = [...session.view().shapes.values()];
    if (touchpointId !== null) {
      const there = shapes.filter((shape) => shape.touchpointId === touchpointId).length;
      return { x: there * APART, y: -height - APART + there * APART, touchpointId };
    }
    const middle = session.presence.sight() ?? { x: 0, y: 0 };
    const [x, y] = [middle.x - width / 2, middle.y - height / 2];
    const near = shapes.filter(
      (shape) => Math.abs(shape.x - x) < width && Math.abs(shape.y - y) < height,
    ).length;
    return { x: x + near * APART, y: y + near * APART };
  };
}

type SheetProps = {
  /** Null: a new one. */
  readonly note: ShapeView | null;
  readonly onClose: () => void;
};

function Sheet({ note, onClose }: SheetProps) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const { add, change, remove } = useOwnNotes(journeyId);
  const place = usePlace();
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
  useEffect(() => words.current?.focus(), []);
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
      />
      <Colours colours={SHAPE_COLOURS} chosen={colour} isPaper onChoose={setColour} />
      {!note && (
        <p className="own-notes__where">
          {on === null
            ? t("shapes.own.middle")
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
