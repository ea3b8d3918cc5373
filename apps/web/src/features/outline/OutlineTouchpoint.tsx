import { drawnMean, editText, teamPoints, type PathView, type TouchpointView } from "@polku/journey";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, PanelRight, Trash2 } from "lucide-react";
import { memo, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { groundingSentence } from "../../session/groundingWords.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { useMapLook } from "../../session/mapLook.ts";
import { useGrounding, type Grounded } from "../../session/useGrounding.ts";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { OutlineDetails } from "./OutlineDetails.tsx";
import { addAt, deleteTouchpointAt, moveTouchpointBy } from "./outlineDeeds.ts";
import { OutlineTitle } from "./OutlineTitle.tsx";
import { toggleTouchpoint, useOutlineView, type InnerParts } from "./outlineView.ts";

type Props = {
  readonly touchpointId: string;
  readonly stageId: string;
  readonly index: number;
  readonly path: PathView;
  readonly parts: InnerParts;
};

/** A touchpoint as a line of the outline; unfolded, with its texts, feelings and the journeys inside it. */
export const OutlineTouchpoint = memo(function OutlineTouchpoint(props: Props) {
  const { touchpointId, stageId, index, path, parts } = props;
  const { t } = useTranslation();
  const session = useSession();
  const run = useCommand();
  const attention = useAttentionStore();
  const touchpoint = useJourney((view) => view.touchpoints.get(touchpointId));
  const unfolded = useOutlineView((view) => view.unfolded.has(touchpointId));
  const selected = useAttention(
    (now) => now.selected?.kind === "touchpoint" && now.selected.id === touchpointId,
  );
  const grounded = useGrounding(touchpointId);
  const aside = useMapLook((look) => look.dimmed.has(touchpointId));
  if (!touchpoint) return null;
  const name = touchpoint.title || t("touchpoint.untitled");
  /** Whoever has the details open sees those of the line they are in. */
  const follow = (): void => {
    if (attention.getState().selected) attention.select({ kind: "touchpoint", id: touchpointId });
  };
  return (
    <li
      className="outline__touchpoint"
      data-level={grounded.grounding.level}
      data-selected={selected || undefined}
      data-aside={aside || undefined}
    >
      {aside && <span className="visually-hidden">{t("views.aside")}</span>}
      <div className="outline__line">
        <Tool
          label={t(unfolded ? "outline.fold" : "outline.unfold", { title: name })}
          onClick={() => toggleTouchpoint(touchpointId)}
        >
          {unfolded ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
        </Tool>
        <OutlineTitle
          id={touchpointId}
          className="outline__touchpoint-title"
          label={t("touchpoint.name")}
          placeholder={t("touchpoint.untitled")}
          value={touchpoint.title}
          onEdit={(text) => run(editText, { on: "touchpoints", id: touchpointId, key: "title", text })}
          onFocus={follow}
          onNext={() => addAt(session, stageId, index + 1)}
          onMove={(by) => moveTouchpointBy(session, path, touchpointId, by)}
          onRemove={() => deleteTouchpointAt(session, path, touchpointId)}
        />
        <Facts touchpoint={touchpoint} grounded={grounded} parts={parts} />
        <LineTools touchpointId={touchpointId} path={path} name={name} />
      </div>
      {touchpoint.leadsTo !== null && (
        <div className="outline__leads">
          <Suspense>
            <parts.Leads to={touchpoint.leadsTo} />
          </Suspense>
        </div>
      )}
      {unfolded && <OutlineDetails touchpoint={touchpoint} parts={parts} />}
    </li>
  );
});

type FactsProps = {
  readonly touchpoint: TouchpointView;
  readonly grounded: Grounded;
  readonly parts: InnerParts;
};

/** What one sees of a touchpoint at a glance: its channel, how it feels, what it rests on. */
function Facts({ touchpoint, grounded, parts }: FactsProps) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const { grounding, reason, evidence } = grounded;
  const mood = evidence.mean ?? drawnMean(teamPoints(touchpoint));
  const sentence = groundingSentence(t, grounding, reason);
  return (
    <span className="outline__facts">
      <span className="outline__channel">{t(`channel.${touchpoint.channel}`)}</span>
      {mood !== null && (
        <span className="outline__mood" title={t(evidence.mean === null ? "outline.drawn" : "outline.said")}>
          <FeelingSign v={mood} />
          {signed(mood)}
        </span>
      )}
      <span className="outline__ground" title={sentence}>
        <parts.Ring level={grounding.level} />
        <span aria-hidden="true">{grounding.n}</span>
        <span className="visually-hidden">{sentence}</span>
      </span>
    </span>
  );
}

type ToolsProps = { readonly touchpointId: string; readonly path: PathView; readonly name: string };

function LineTools({ touchpointId, path, name }: ToolsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const attention = useAttentionStore();
  return (
    <span className="outline__tools">
      {canEdit && (
        <>
          <Tool
            label={t("outline.up", { title: name })}
            disabled={path.touchpointIds[0] === touchpointId}
            onClick={() => moveTouchpointBy(session, path, touchpointId, -1)}
          >
            <ArrowUp size={16} />
          </Tool>
          <Tool
            label={t("outline.down", { title: name })}
            disabled={path.touchpointIds.at(-1) === touchpointId}
            onClick={() => moveTouchpointBy(session, path, touchpointId, 1)}
          >
            <ArrowDown size={16} />
          </Tool>
          <Tool
            label={t("outline.delete", { title: name })}
            onClick={() => deleteTouchpointAt(session, path, touchpointId)}
          >
            <Trash2 size={16} />
          </Tool>
        </>
      )}
      <Tool
        label={t("outline.details", { title: name })}
        onClick={() => attention.select({ kind: "touchpoint", id: touchpointId })}
      >
        <PanelRight size={16} />
      </Tool>
    </span>
  );
}
