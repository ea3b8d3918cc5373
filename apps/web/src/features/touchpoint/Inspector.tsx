import {
  CHANNELS,
  CONTACT_KINDS,
  deleteTouchpoint,
  drawnMean,
  editText,
  expectationZone,
  perceivedValence,
  setTouchpoint,
  teamPoints,
  type TouchpointView,
} from "@polku/journey";
import { feelingStep } from "@polku/drawing";
import { CornerDownRight, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { groundingSentence } from "../../session/groundingWords.ts";
import {
  useAttentionStore,
  useCanEdit,
  useCommand,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { useGrounding } from "../../session/useGrounding.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Checkbox, Field, SelectField } from "../../ui/Field.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { GroundingRing } from "./GroundingRing.tsx";
import "./inspector.css";

type Props = {
  readonly touchpointId: string;
  /** Opens or closes the feedback journey under it. */
  readonly onFeedback: (touchpointId: string) => void;
  readonly onClose: () => void;
  /** What customers said here; another feature fills it. */
  readonly children: ReactNode;
};

/** Everything about one touchpoint, beside the map. */
export function Inspector({ touchpointId, onFeedback, onClose, children }: Props) {
  const { t } = useTranslation();
  const touchpoint = useJourney((view) => view.touchpoints.get(touchpointId));
  if (!touchpoint) return null;
  return (
    <aside className="inspector" aria-label={t("inspector.name")}>
      <div className="inspector__head">
        <h2 className="inspector__kind">{t("touchpoint.one")}</h2>
        <IconButton label={t("ui.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </div>
      <Words touchpoint={touchpoint} />
      <Ground touchpointId={touchpointId} />
      {children}
      <Facts touchpoint={touchpoint} />
      <Hopes touchpoint={touchpoint} />
      <Actions touchpoint={touchpoint} onFeedback={onFeedback} />
    </aside>
  );
}

type Part = { readonly touchpoint: TouchpointView };

function Words({ touchpoint }: Part) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const edit = (key: "title" | "note") => (text: string) =>
    run(editText, { on: "touchpoints", id: touchpoint.id, key, text });
  return (
    <>
      <SharedText
        className="inspector__title"
        label={t("touchpoint.name")}
        placeholder={t("touchpoint.untitled")}
        readOnly={!canEdit}
        value={touchpoint.title}
        onEdit={edit("title")}
      />
      <SharedText
        className="inspector__note"
        label={t("touchpoint.note")}
        placeholder={canEdit ? t("touchpoint.noteHint") : ""}
        multiline
        readOnly={!canEdit}
        value={touchpoint.note}
        onEdit={edit("note")}
      />
    </>
  );
}

function Ground({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const { grounding, reason } = useGrounding(touchpointId);
  const badges = [
    grounding.triangulation.method && t("grounding.badge.method"),
    grounding.triangulation.data && t("grounding.badge.data"),
    grounding.triangulation.researcher && t("grounding.badge.researcher"),
    grounding.askedAndListened && t("grounding.badge.askedAndListened"),
    grounding.stale && t("grounding.badge.stale"),
  ].filter((badge) => badge !== false);
  return (
    <section className="inspector__ground" data-level={grounding.level}>
      <p>
        <GroundingRing level={grounding.level} />
        <span>{groundingSentence(t, grounding, reason)}</span>
      </p>
      {badges.length > 0 && (
        <ul className="inspector__badges">
          {badges.map((badge) => (
            <li key={badge} className="chip">
              {badge}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ touchpoint }: Part) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const set = (attributes: Parameters<typeof setTouchpoint.run>[1]["set"]): void =>
    void run(setTouchpoint, { touchpointId: touchpoint.id, set: attributes });
  return (
    <section className="inspector__part">
      <div className="inspector__pair">
        <SelectField
          label={t("touchpoint.channel")}
          value={touchpoint.channel}
          disabled={!canEdit}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onChange={(channel) => set({ channel })}
        />
        <SelectField
          label={t("touchpoint.contactKind")}
          value={touchpoint.contactKind}
          disabled={!canEdit}
          options={CONTACT_KINDS.map((value) => ({ value, label: t(`contact.${value}`) }))}
          onChange={(contactKind) => set({ contactKind })}
        />
      </div>
      <Checkbox
        label={t("touchpoint.isUnofficial")}
        checked={!touchpoint.official}
        disabled={!canEdit}
        onChange={(unofficial) => set({ official: !unofficial })}
      />
      <Checkbox
        label={t("touchpoint.mot")}
        checked={touchpoint.mot}
        disabled={!canEdit}
        onChange={(mot) => set({ mot })}
      />
      {touchpoint.mot && (
        <Field label={t("touchpoint.motReason")}>
          {(id) => (
            <input
              id={id}
              className="input"
              key={touchpoint.id}
              defaultValue={touchpoint.motReason ?? ""}
              disabled={!canEdit}
              onBlur={(event) => set({ motReason: event.target.value.trim() || null })}
            />
          )}
        </Field>
      )}
    </section>
  );
}

const DESIRED = ["", "2", "1", "0", "-1", "-2"] as const;

/** What was hoped for, and how what customers felt compares with it (method A9). */
function Hopes({ touchpoint }: Part) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const { desired, adequate, formedBy } = touchpoint.expectation;
  const compared = useZone(touchpoint);
  const set = (expectation: { desired?: number | null; formedBy?: string | null }): void =>
    void run(setTouchpoint, { touchpointId: touchpoint.id, set: { expectation } });
  const nearest = desired === null ? "" : (DESIRED.find((one) => one === String(Math.round(desired))) ?? "0");
  return (
    <section className="inspector__part">
      <h3>{t("expectation.title")}</h3>
      <SelectField
        label={t("expectation.desired")}
        value={nearest}
        disabled={!canEdit}
        options={DESIRED.map((value) => ({
          value,
          label:
            value === ""
              ? t("expectation.none")
              : `${value.replace("-", "−")} · ${t(`feeling.${feelingStep(Number(value))}`)}`,
        }))}
        onChange={(value) => set({ desired: value === "" ? null : Number(value) })}
      />
      <Field label={t("expectation.formedBy")}>
        {(id) => (
          <input
            id={id}
            className="input"
            key={touchpoint.id}
            defaultValue={formedBy ?? ""}
            disabled={!canEdit}
            onBlur={(event) => set({ formedBy: event.target.value.trim() || null })}
          />
        )}
      </Field>
      {compared && (
        <p className="inspector__zone" data-zone={compared.zone}>
          {t(`expectation.zone.${compared.zone}`)}
          {compared.assumed && ` ${t("expectation.assumed")}`}
          {adequate === null && compared.zone === "below_tolerance" && ` ${t("expectation.adequateIsUsual")}`}
        </p>
      )}
    </section>
  );
}

function useZone(touchpoint: TouchpointView) {
  const { evidence } = useGrounding(touchpoint.id);
  const { desired, adequate } = touchpoint.expectation;
  const perceived = perceivedValence(evidence, drawnMean(teamPoints(touchpoint)));
  const found = expectationZone(perceived.v, desired, adequate);
  return found && { zone: found.zone, assumed: perceived.assumed };
}

function Actions({ touchpoint, onFeedback }: Part & Pick<Props, "onFeedback">) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const attention = useAttentionStore();
  const { undo } = useSession();
  const has = touchpoint.subJourneyIds.length > 0;
  return (
    <section className="inspector__actions">
      {(has || canEdit) && (
        <Button icon={<CornerDownRight size={16} />} onClick={() => onFeedback(touchpoint.id)}>
          {t(has ? "subJourney.toggle" : "subJourney.make")}
        </Button>
      )}
      {canEdit && (
        <Button
          look="danger"
          icon={<Trash2 size={16} />}
          onClick={() => {
            undo.beginStep();
            run(deleteTouchpoint, { touchpointId: touchpoint.id });
            attention.select(null);
          }}
        >
          {t("touchpoint.delete")}
        </Button>
      )}
    </section>
  );
}
