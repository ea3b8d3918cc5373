import { openFeedback, SUB_JOURNEY_KINDS, type SubJourneyKind } from "@polku/journey";
import { CornerDownRight, Eye, EyeOff, Maximize2, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n/language.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { Tool } from "../../ui/Tool.tsx";
import "./feedback.css";

const NONE: readonly string[] = [];

/** The journeys inside a touchpoint, and how another one begins. */
export function SubJourneyList({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const ids = useJourney((view) => view.touchpoints.get(touchpointId)?.subJourneyIds) ?? NONE;
  return (
    <Group
      name="inside"
      title={t("subJourneys.title")}
      opened={ids.length > 0}
      summary={ids.length === 0 ? undefined : String(ids.length)}
    >
      {ids.length === 0 && <p className="inside__none">{t("subJourneys.none")}</p>}
      <ul className="inside">
        {ids.map((id) => (
          <Inside key={id} subJourneyId={id} />
        ))}
      </ul>
      {canEdit && <NewSubJourney touchpointId={touchpointId} />}
    </Group>
  );
}

function Inside({ subJourneyId }: { readonly subJourneyId: string }) {
  const { t } = useTranslation();
  const sub = useJourney((view) => view.subJourneys.get(subJourneyId));
  const open = useAttention((attention) => attention.open.has(subJourneyId));
  const attention = useAttentionStore();
  if (!sub) return null;
  const title = sub.title || t(`subJourney.${sub.kind}`);
  return (
    <li className="inside__one">
      <CornerDownRight size={15} aria-hidden="true" />
      <span className="inside__title">
        {title}
        <span className="inside__steps">
          {t("subJourneys.steps", { count: sub.path.touchpointIds.length })}
        </span>
      </span>
      <Tool
        label={t(open ? "subJourneys.hide" : "subJourneys.show", { title })}
        onClick={() => attention.setOpen(subJourneyId, !open)}
      >
        {open ? <EyeOff size={16} /> : <Eye size={16} />}
      </Tool>
      <Tool label={t("subJourneys.aloneOf", { title })} onClick={() => attention.openAlone(subJourneyId)}>
        <Maximize2 size={15} />
      </Tool>
    </li>
  );
}

function NewSubJourney({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const [kind, setKind] = useState<SubJourneyKind>("feedback");
  const add = (): void => {
    session.undo.beginStep();
    const made = session.run(openFeedback, { touchpointId, kind, lang: currentLanguage() });
    if (made.ok) session.attention.setOpen(made.value.id, true);
  };
  return (
    <div className="inside__new">
      <SelectField
        label={t("subJourneys.kind")}
        value={kind}
        options={SUB_JOURNEY_KINDS.map((value) => ({ value, label: t(`subJourneys.kinds.${value}`) }))}
        onChange={setKind}
      />
      <Button icon={<Plus size={15} />} onClick={add}>
        {t("subJourneys.add")}
      </Button>
    </div>
  );
}
