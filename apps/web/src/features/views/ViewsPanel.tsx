import { deleteView, saveView } from "@polku/journey";
import { MapPin, Trash2, X } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAlone } from "../../session/alone.ts";
import { isNarrowed, look, lookAs, lookAtAll, useMapLook } from "../../session/mapLook.ts";
import { useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useLaneName } from "../../session/useLaneName.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { FilterFields } from "./FilterFields.tsx";
import "./views.css";

/** What one looks at: the views that somebody saved, a filter of one's own, and the lanes one wants to see. */
export default function ViewsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const narrowed = useMapLook(isNarrowed);
  const viewId = useMapLook((state) => state.viewId);
  const saves = canEdit && viewId === null;
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  return (
    <aside className="views" ref={panel} aria-label={t("views.title")}>
      <div className="views__head">
        <h2>{t("views.title")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      <SavedViews />
      <TimeToScale />
      <FilterFields />
      <LanesInSight />
      {(narrowed || saves) && (
        <div className="views__foot">
          {narrowed && <Button onClick={lookAtAll}>{t("views.all")}</Button>}
          {saves && <SaveForm />}
        </div>
      )}
    </aside>
  );
}

function SavedViews() {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const views = useJourney((view) => view.savedViews);
  const viewId = useMapLook((state) => state.viewId);
  if (views.length === 0) return <p className="views__none">{t("views.none")}</p>;
  return (
    <ul className="views__list">
      {views.map((view) => (
        <li key={view.id} className="views__one">
          <button
            type="button"
            className="views__choose"
            aria-pressed={view.id === viewId}
            onClick={() => (view.id === viewId ? lookAtAll() : lookAs(view))}
          >
            {view.title || t("views.untitled")}
            {view.sight && <MapPin size={14} role="img" aria-label={t("views.goesThere")} />}
          </button>
          {canEdit && (
            <Tool
              label={t("views.delete", { title: view.title || t("views.untitled") })}
              onClick={() => {
                session.undo.beginStep();
                session.run(deleteView, { viewId: view.id });
              }}
            >
              <Trash2 size={15} />
            </Tool>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The lanes that this person wants to see; what is hidden for everybody does not stand here. */
function LanesInSight() {
  const { t } = useTranslation();
  const laneName = useLaneName();
  const lanes = useJourney((view) => view.lanes).filter(({ hidden }) => !hidden);
  const setAside = useMapLook((state) => state.hiddenLaneIds);
  const shown = lanes.filter(({ id }) => !setAside.includes(id)).length;
  return (
    <Group name="lanesInSight" title={t("views.lanes")} summary={`${shown}/${lanes.length}`}>
      <div className="views__lanes">
        {lanes.map((lane) => (
          <Checkbox
            key={lane.id}
            label={laneName(lane)}
            checked={!setAside.includes(lane.id)}
            onChange={(checked) =>
              look({
                hiddenLaneIds: checked ? setAside.filter((id) => id !== lane.id) : [...setAside, lane.id],
              })
            }
          />
        ))}
      </div>
    </Group>
  );
}

/** Columns stand apart by the time between them, as far as it is known. */
function TimeToScale() {
  const { t } = useTranslation();
  const toScale = useMapLook((state) => state.toScale);
  const isKnown = useJourney((view) =>
    [...view.touchpoints.values()].some(
      ({ startsAt, waitMinutes }) => startsAt !== null || waitMinutes !== null,
    ),
  );
  return (
    <div className="views__time">
      <Checkbox
        label={t("views.toScale")}
        checked={toScale}
        onChange={(checked) => look({ toScale: checked })}
      />
      <p>{t(isKnown ? "views.toScaleHint" : "views.noTimes")}</p>
    </div>
  );
}

/** Gives one's own look a name, so that the others can look the same way. */
function SaveForm() {
  const { t } = useTranslation();
  const session = useSession();
  const [title, setTitle] = useState("");
  const [place, setPlace] = useState(true);
  // The place of a map that stands alone means nothing on the whole one; in the outline there is none.
  const alone = useAlone() !== undefined;
  const sight = alone ? null : session.presence.sight();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const { filter, hiddenLaneIds, toScale } = useMapLook.getState();
    session.undo.beginStep();
    const lists = Object.entries(filter).map(([key, values]) => [key, [...values]]);
    const made = session.run(saveView, {
      title: title.trim(),
      filter: Object.fromEntries(lists),
      hiddenLaneIds: [...hiddenLaneIds],
      toScale,
      sight: place && !alone ? session.presence.sight() : null,
    });
    if (made.ok) useMapLook.setState({ viewId: made.value.id });
  };
  return (
    <form className="views__save" onSubmit={save}>
      {sight && <Checkbox label={t("views.place")} checked={place} onChange={setPlace} />}
      <input
        className="input"
        aria-label={t("views.name")}
        placeholder={t("views.name")}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={title.trim() === ""}>
        {t("views.save")}
      </Button>
    </form>
  );
}
