import {
  addInsight,
  deleteInsight,
  editText,
  INSIGHT_STATUSES,
  setInsight,
  tellBack,
  type InsightView,
} from "@polku/journey";
import { Plus, Trash2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox, SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { LineField } from "../../ui/LineField.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import "./feedback.css";

/** What came of what customers said at a touchpoint, and whether they were told (method, "told back"). */
export function InsightList({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const { run, undo } = useSession();
  const pins = useJourney((view) => view.touchpoints.get(touchpointId)?.pins);
  const all = useJourney((view) => view.insights);
  const here = useMemo(
    () => all.filter((one) => one.touchpointIds.includes(touchpointId)),
    [all, touchpointId],
  );
  const told = here.filter(({ status }) => status === "told_customers").length;
  const add = (): void => {
    undo.beginStep();
    const quoteIds = (pins ?? [])
      .filter(({ status }) => status === "confirmed")
      .map(({ quoteId }) => quoteId);
    run(addInsight, { touchpointIds: [touchpointId], quoteIds: [...new Set(quoteIds)] });
  };
  return (
    <Group
      name="insights"
      title={t("insights.title")}
      summary={here.length === 0 ? undefined : t("insights.summary", { told, count: here.length })}
    >
      {here.length === 0 && <p className="inside__none">{t("insights.none")}</p>}
      <ul className="insights">
        {here.map((insight) => (
          <Insight key={insight.id} insight={insight} />
        ))}
      </ul>
      {canEdit && (
        <Button className="button--small insights__add" icon={<Plus size={15} />} onClick={add}>
          {t("insights.add")}
        </Button>
      )}
    </Group>
  );
}

function Insight({ insight }: { readonly insight: InsightView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const insightId = insight.id;
  return (
    <li className="insights__one" aria-label={insight.title || t("insights.untitled")}>
      <div className="insights__words">
        <SharedText
          className="insights__text"
          label={t("insights.text")}
          placeholder={t("insights.hint")}
          readOnly={!canEdit}
          value={insight.title}
          onEdit={(text) => run(editText, { on: "insights", id: insightId, key: "title", text })}
        />
        {canEdit && (
          <Tool label={t("insights.delete")} onClick={() => run(deleteInsight, { insightId })}>
            <Trash2 size={15} />
          </Tool>
        )}
      </div>
      <SelectField
        label={t("insights.status")}
        value={insight.status}
        disabled={!canEdit}
        options={INSIGHT_STATUSES.map((value) => ({ value, label: t(`insights.statuses.${value}`) }))}
        onChange={(status) => run(setInsight, { insightId, set: { status } })}
      />
      <LineField
        label={t("insights.owner")}
        value={insight.owner}
        disabled={!canEdit}
        onChange={(owner) => run(setInsight, { insightId, set: { owner } })}
      />
      <ToldBack insight={insight} />
    </li>
  );
}

/** The people behind an insight by their quotes: who of them was told what came of it, and when. */
function ToldBack({ insight }: { readonly insight: InsightView }) {
  const { t, i18n } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const quotes = useQuotes();
  const { quoteIds, toldQuoteIds, toldAt } = insight;
  const ids = [...new Set([...quoteIds, ...toldQuoteIds])];
  const when = (quoteId: string): string => {
    const at = toldAt[quoteId];
    if (!toldQuoteIds.includes(quoteId)) return "";
    const day = at === undefined ? Number.NaN : Date.parse(at);
    return Number.isNaN(day)
      ? ` · ${t("insights.toldSome")}`
      : ` · ${t("insights.toldAt", { when: new Date(day).toLocaleDateString(i18n.language) })}`;
  };
  if (ids.length === 0) return <p className="inside__none">{t("insights.noQuotes")}</p>;
  return (
    <fieldset className="insights__told">
      <legend className="field__label">{t("insights.told")}</legend>
      {ids.map((quoteId) => (
        <Checkbox
          key={quoteId}
          label={`${quotes.get(quoteId)?.text ?? t("insights.gone")}${when(quoteId)}`}
          checked={toldQuoteIds.includes(quoteId)}
          disabled={!canEdit}
          onChange={(told) => run(tellBack, { insightId: insight.id, quoteId, told })}
        />
      ))}
    </fieldset>
  );
}
