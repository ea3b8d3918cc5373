import { editText } from "@polku/journey";
import { List, Table2 } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { Group } from "../../ui/Group.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { OutlinePath } from "./OutlinePath.tsx";
import { OutlineShapes } from "./OutlineShapes.tsx";
import { OutlineTable } from "./OutlineTable.tsx";
import type { OutlineParts } from "./outlineView.ts";
import "./outline.css";
import "./outlineTable.css";

type Shape = "tree" | "table";

/** The same live journey as words: a tree that is typed like a list, and a table. Everything the map holds can be done here. */
export default function Outline({ parts }: { readonly parts: OutlineParts }) {
  const { t } = useTranslation();
  const [shape, setShape] = useState<Shape>("tree");
  const path = useJourney((view) => view.path);
  const lanes = useJourney((view) => view.lanes.length);
  const inner = useMemo(() => ({ ...parts, Path: OutlinePath }), [parts]);
  return (
    <div className="outline" data-shape={shape}>
      <Suspense>
        <parts.Trail />
      </Suspense>
      <div className="outline__top">
        <div className="outline__shapes" role="group" aria-label={t("outline.shape")}>
          {(["tree", "table"] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="outline__shape"
              aria-pressed={shape === one}
              onClick={() => setShape(one)}
            >
              {one === "tree" ? <List size={16} /> : <Table2 size={16} />}
              {t(`outline.shapes.${one}`)}
            </button>
          ))}
        </div>
        {shape === "tree" && <p className="outline__keys">{t("outline.keys")}</p>}
      </div>
      {shape === "tree" ? (
        <div className="outline__sheet">
          <Scope />
          {path.stages.length === 0 && <p className="outline__none">{t("outline.empty")}</p>}
          <OutlinePath path={path} subJourneyId={null} parts={inner} />
          <OutlineShapes OwnNotes={parts.OwnNotes} />
          <section className="outline__lanes">
            <Group name="outlineLanes" title={t("lanes.title")} summary={String(lanes)}>
              <parts.Lanes />
            </Group>
          </section>
        </div>
      ) : (
        <OutlineTable parts={parts} />
      )}
    </div>
  );
}

/** What the journey is about, in a sentence or two. */
function Scope() {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const scope = useJourney((view) => view.meta.scope);
  if (!canEdit && scope === "") return null;
  return (
    <SharedText
      className="outline__scope"
      label={t("outline.scope")}
      placeholder={canEdit ? t("outline.scopeHint") : ""}
      multiline
      readOnly={!canEdit}
      value={scope}
      onEdit={(text) => run(editText, { on: "meta", key: "scope", text })}
    />
  );
}
