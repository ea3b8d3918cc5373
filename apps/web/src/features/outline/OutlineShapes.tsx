import { deleteThings, editText, type ShapeView } from "@polku/journey";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/people.ts";
import { useCanEdit, useConnection, useJourney, useSession } from "../../session/SessionContext.tsx";
import { addNote, attachTo, freeCorner, isOwnNote, lockShapes } from "../../session/shapeHand.ts";
import { Button } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import type { InnerParts } from "./outlineView.ts";

/** What lies on the free canvas, as a list: it can be written, attached, added and deleted here too. */
export function OutlineShapes({ OwnNotes }: Pick<InnerParts, "OwnNotes">) {
  const { t } = useTranslation();
  const session = useSession();
  const { canEdit, canContribute } = useConnection();
  const takesPart = canContribute && !canEdit;
  const shapes = useJourney((view) => view.shapes);
  const unknown = useJourney((view) => view.unknownShapes);
  const { data: me } = useMe();
  // The one that was just added here takes the caret.
  const [newest, setNewest] = useState<string | null>(null);
  if (shapes.size === 0 && unknown === 0 && !canContribute) return null;
  return (
    <section className="outline__shapes-list" aria-labelledby="outline-shapes">
      <h2 id="outline-shapes">{t("shapes.outline")}</h2>
      {unknown > 0 && <p className="outline__none">{t("shapes.unknown", { count: unknown })}</p>}
      <ul>
        {[...shapes.values()].map((shape) => (
          <ShapeLine
            key={shape.id}
            shape={shape}
            isNewest={shape.id === newest}
            isOwn={takesPart && isOwnNote(shape, me?.id)}
          />
        ))}
      </ul>
      {takesPart && (
        <Suspense>
          <OwnNotes />
        </Suspense>
      )}
      {canEdit && (
        <Button
          look="quiet"
          icon={<Plus size={16} />}
          onClick={() => setNewest(addNote(session, freeCorner(session)))}
        >
          {t("hands.deeds.addNote")}
        </Button>
      )}
    </section>
  );
}

type LineProps = {
  readonly shape: ShapeView;
  readonly isNewest: boolean;
  /** A note of somebody's own who takes part without editing. */
  readonly isOwn: boolean;
};

function ShapeLine({ shape, isNewest, isOwn }: LineProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { id, kind, text, locked, touchpointId } = shape;
  const mayChange = useCanEdit() && !locked;
  const canEdit = useCanEdit();
  const touchpoints = useJourney((view) => view.touchpoints);
  const name =
    text.trim() === "" ? t(`shapes.kinds.${kind}`) : `${t(`shapes.kinds.${kind}`)}: ${text.trim()}`;
  const canAttach = kind !== "arrow" && kind !== "frame";
  return (
    <li className="outline__shape-line">
      <span className="outline__shape-kind">{t(`shapes.kinds.${kind}`)}</span>
      <SharedText
        className="outline__text"
        label={t(`shapes.words.${kind}`)}
        placeholder={mayChange ? t(`shapes.hints.${kind}`) : ""}
        multiline={kind === "note" || kind === "text"}
        readOnly={!mayChange}
        takesFocus={isNewest}
        value={text}
        onEdit={(next) => session.run(editText, { on: "shapes", id, key: "text", text: next })}
      />
      {canAttach && (
        <select
          className="input outline__shape-on"
          aria-label={t("shapes.movesWith", { name })}
          disabled={!mayChange}
          value={touchpointId ?? ""}
          onChange={(event) => attachTo(session, id, event.target.value || null)}
        >
          <option value="">{t("shapes.free")}</option>
          {[...touchpoints.values()].map((touchpoint) => (
            <option key={touchpoint.id} value={touchpoint.id}>
              {touchpoint.title || t("touchpoint.untitled")}
            </option>
          ))}
        </select>
      )}
      {canEdit && locked && (
        <Button look="quiet" onClick={() => lockShapes(session, [id], false)}>
          {t("hands.deeds.unlockShape")}
        </Button>
      )}
      {isOwn && (
        <Tool
          label={`${t("shapes.own.change")}: ${text}`}
          onClick={() => session.attention.edit({ kind: "shape", id })}
        >
          <Pencil size={16} />
        </Tool>
      )}
      {mayChange && (
        <Tool
          label={t("outline.delete", { title: name })}
          onClick={() => {
            session.undo.beginStep();
            session.run(deleteThings, { shapeIds: [id] });
          }}
        >
          <Trash2 size={16} />
        </Tool>
      )}
    </li>
  );
}
