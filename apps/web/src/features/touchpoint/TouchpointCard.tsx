import { cardMarks, editText, feedbackLoop, type JourneyView, type TouchpointView } from "@polku/journey";
import { feelingStep } from "@polku/drawing";
import { CornerDownRight, Gem, Handshake, MessageCircle, MessageSquareQuote } from "lucide-react";
import { lazy, memo, Suspense, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { sameThing, thingKey, touchpointNameId, type Thing } from "../../session/attention.ts";
import { groundingSentence } from "../../session/groundingWords.ts";
import { useOpenComments } from "../../session/openComments.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
} from "../../session/SessionContext.tsx";
import { useSuggested } from "../../session/suggested.ts";
import { useGrounding, type Grounded } from "../../session/useGrounding.ts";
import { patiently } from "../../ui/patiently.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { GroundingRing } from "./GroundingRing.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { CHANNEL_ICONS, CONTACT_ICONS } from "./icons.tsx";
import { MARK_ICONS } from "./markIcons.ts";
import { markWords } from "./markWords.ts";
import { TinyCurve } from "./TinyCurve.tsx";
import { useMarks } from "./useMarks.ts";
import "./card.css";

/** Few touchpoints lead to another journey: what says so comes when one does. */
const LeadsChip = lazy(() => patiently(() => import("./LeadsChip.tsx")));

type Props = { readonly touchpointId: string; readonly detail: "far" | "middle" | "near" };

/** A touchpoint as a card: pencil while it rests on nothing, ink when customers have said it. */
export const TouchpointCard = memo(function TouchpointCard({ touchpointId, detail }: Props) {
  const touchpoint = useJourney((view) => view.touchpoints.get(touchpointId));
  const grounded = useGrounding(touchpointId);
  if (!touchpoint) return null;
  if (detail === "far") return <FarCard touchpoint={touchpoint} grounded={grounded} />;
  return <NearCard touchpoint={touchpoint} grounded={grounded} brief={detail === "middle"} />;
});

/** The mean of what customers said, else of what the team drew; null when neither is there. */
function moodOf(touchpoint: TouchpointView, grounded: Grounded): number | null {
  if (grounded.evidence.mean !== null) return grounded.evidence.mean;
  const { points } = touchpoint;
  return points.length === 0 ? null : points.reduce((sum, point) => sum + point.v, 0) / points.length;
}

/** Far out a card is one field of feeling; its outline still says pencil or ink. */
function FarCard({
  touchpoint,
  grounded,
}: {
  readonly touchpoint: TouchpointView;
  readonly grounded: Grounded;
}) {
  const mood = moodOf(touchpoint, grounded);
  const style: CSSProperties = mood === null ? {} : { background: `var(--feeling${feelingStep(mood)})` };
  return <div className="card card--far" data-level={grounded.grounding.level} style={style} />;
}

function NearCard({
  touchpoint,
  grounded,
  brief,
}: {
  readonly touchpoint: TouchpointView;
  readonly grounded: Grounded;
  readonly brief: boolean;
}) {
  const { t } = useTranslation();
  const { level, n } = grounded.grounding;
  const Contact = CONTACT_ICONS[touchpoint.contactKind];
  const Channel = CHANNEL_ICONS[touchpoint.channel];
  const sentence = groundingSentence(t, grounded.grounding, grounded.reason);
  return (
    <div
      className="card"
      data-level={level}
      data-official={touchpoint.official}
      data-mot={touchpoint.mot || undefined}
      data-brief={brief || undefined}
      data-branches={touchpoint.subJourneyIds.length > 0 || undefined}
    >
      <div className="card__facts">
        <Channel size={15} strokeWidth={1.5} aria-hidden="true" />
        <span className="card__fact">{t(`channel.${touchpoint.channel}`)}</span>
        {touchpoint.mot && (
          <span className="card__mot" title={t("touchpoint.mot")}>
            <Gem size={14} strokeWidth={1.6} aria-hidden="true" />
          </span>
        )}
        <PromiseMark touchpointId={touchpoint.id} />
        {!brief && <DerivedMarks touchpoint={touchpoint} grounded={grounded} />}
        <CommentMark touchpointId={touchpoint.id} />
        <span className="card__ground" title={sentence}>
          <GroundingRing level={level} />
          {n}
        </span>
        <SuggestedMark touchpointId={touchpoint.id} />
      </div>
      <CardTitle touchpoint={touchpoint} grounding={sentence} />
      {touchpoint.subJourneyIds.length === 0 && touchpoint.leadsTo === null && (
        <div className="card__facts card__facts--foot">
          <Contact size={15} strokeWidth={1.5} aria-hidden="true" />
          <span className="card__fact">
            {t(`contact.${touchpoint.contactKind}`)}
            {!touchpoint.official && ` · ${t("touchpoint.unofficial")}`}
          </span>
        </div>
      )}
      {touchpoint.subJourneyIds.map((id) => (
        <SubJourneyChip key={id} subJourneyId={id} />
      ))}
      {touchpoint.leadsTo !== null && (
        <Suspense>
          <LeadsChip to={touchpoint.leadsTo} />
        </Suspense>
      )}
    </div>
  );
}

/** The two most urgent things that follow from what is known here; the reason is told on hover, and read with the card. */
function DerivedMarks({
  touchpoint,
  grounded,
}: {
  readonly touchpoint: TouchpointView;
  readonly grounded: Grounded;
}) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const marks = cardMarks(useMarks(touchpoint, grounded));
  return marks.map((mark) => {
    const Icon = MARK_ICONS[mark.code];
    const words = t("marks.onCard", markWords(t, signed, mark));
    return (
      <span key={mark.code} className="card__mark" data-mark={mark.code} title={words}>
        <Icon size={14} strokeWidth={1.6} aria-hidden="true" />
        <span className="visually-hidden">{words}</span>
      </span>
    );
  });
}

/** What rules suggest here and nobody has judged yet: beside what is known, never part of it. */
function SuggestedMark({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const count = useSuggested(({ counts }) => counts.get(touchpointId) ?? 0);
  if (count === 0) return null;
  return (
    <span className="card__suggested" title={t("incoming.onCard", { count })}>
      <span aria-hidden="true">+{count}</span>
      <span className="visually-hidden">{t("incoming.onCard", { count })}</span>
    </span>
  );
}

function CardTitle({
  touchpoint,
  grounding,
}: {
  readonly touchpoint: TouchpointView;
  readonly grounding: string;
}) {
  const { t } = useTranslation();
  const me: Thing = { kind: "touchpoint", id: touchpoint.id };
  const editing = useAttention((attention) => sameThing(attention.editing, me));
  const selected = useAttention((attention) => sameThing(attention.selected, me));
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  const run = useCommand();
  if (editing && canEdit)
    return (
      <SharedText
        className="card__title card__title--edit nodrag nopan"
        label={t("touchpoint.name")}
        placeholder={t("touchpoint.untitled")}
        takesFocus
        value={touchpoint.title}
        onEdit={(text) => run(editText, { on: "touchpoints", id: touchpoint.id, key: "title", text })}
        onBlur={() => attention.edit(null)}
      />
    );
  return (
    <button
      type="button"
      className="card__title"
      tabIndex={selected ? 0 : -1}
      data-focus
      data-empty={touchpoint.title === "" || undefined}
      aria-label={t("touchpoint.label", { title: touchpoint.title || t("touchpoint.untitled"), grounding })}
      onFocus={() => attention.select(me)}
      onDoubleClick={() => canEdit && attention.edit(me)}
    >
      <span className="card__words" id={touchpointNameId(touchpoint.id)}>
        {touchpoint.title || t("touchpoint.untitled")}
      </span>
    </button>
  );
}

function promiseStates(view: JourneyView, touchpointId: string): string {
  return view.promises
    .filter((promise) => promise.touchpointId === touchpointId)
    .map((promise) => promise.status)
    .join(" ");
}

function PromiseMark({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const states = useJourney((view) => promiseStates(view, touchpointId));
  if (states === "") return null;
  const state = states.includes("broken") ? "broken" : states.includes("open") ? "open" : "kept";
  return (
    <span className="card__promise" data-state={state} title={t(`promise.${state}`)}>
      <Handshake size={14} strokeWidth={1.6} aria-hidden="true" />
      <span className="visually-hidden">{t(`promise.${state}`)}</span>
    </span>
  );
}

function CommentMark({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const count = useOpenComments(thingKey({ kind: "touchpoint", id: touchpointId }));
  if (count === 0) return null;
  return (
    <span className="card__comments" title={t("comments.onCard", { count })}>
      <MessageCircle size={14} strokeWidth={1.6} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t("comments.onCard", { count })}</span>
    </span>
  );
}

/** The journey inside: its curve in small, and whether its loop is closed. */
function SubJourneyChip({ subJourneyId }: { readonly subJourneyId: string }) {
  const { t } = useTranslation();
  const sub = useJourney((view) => view.subJourneys.get(subJourneyId));
  const state = useJourney((view) => {
    const own = view.subJourneys.get(subJourneyId);
    return own ? feedbackLoop(view, own).state : null;
  });
  const open = useAttention((attention) => attention.open.has(subJourneyId));
  const attention = useAttentionStore();
  if (!sub || !state) return null;
  return (
    <button
      type="button"
      className="sub-chip nodrag nopan"
      data-press
      data-loop={state}
      aria-expanded={open}
      title={t(state === "closed" ? "loop.closed" : "loop.broken")}
      onClick={() => attention.setOpen(subJourneyId, !open)}
    >
      {sub.kind === "feedback" ? (
        <CornerDownRight size={13} aria-hidden="true" />
      ) : (
        <MessageSquareQuote size={13} aria-hidden="true" />
      )}
      <span className="sub-chip__title">{sub.title || t(`subJourney.${sub.kind}`)}</span>
      <TinyCurve touchpointIds={sub.path.touchpointIds} />
    </button>
  );
}
