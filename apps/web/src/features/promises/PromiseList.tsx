import {
  addPromise,
  deletePromise,
  editText,
  PROMISE_STATUSES,
  setPromise,
  type PromiseView,
} from "@polku/journey";
import { Handshake, Plus, Trash2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { MomentField } from "../../ui/LineField.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { countPromises } from "./countPromises.ts";
import "./promises.css";

/** What was promised at one touchpoint, and what became of it. */
export function PromiseList({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const { undo } = useSession();
  const all = useJourney((view) => view.promises);
  const here = useMemo(
    () => all.filter((promise) => promise.touchpointId === touchpointId),
    [all, touchpointId],
  );
  const summary = here.length === 0 ? undefined : t("promises.counts", countPromises(here));
  return (
    <Group name="promises" title={t("promises.title")} opened={here.length > 0} summary={summary}>
      {here.length === 0 && <p className="promises__none">{t("promises.none")}</p>}
      <ul className="promises">
        {here.map((promise) => (
          <PromiseItem key={promise.id} promise={promise} />
        ))}
      </ul>
      {canEdit && (
        <Button
          className="button--small promises__add"
          icon={<Plus size={15} />}
          onClick={() => {
            undo.beginStep();
            run(addPromise, { touchpointId });
          }}
        >
          {t("promises.add")}
        </Button>
      )}
    </Group>
  );
}

function PromiseItem({ promise }: { readonly promise: PromiseView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const set = (attributes: Parameters<typeof setPromise.run>[1]["set"]): void =>
    void run(setPromise, { promiseId: promise.id, set: attributes });
  return (
    <li
      className="promises__one"
      data-state={promise.status}
      aria-label={promise.text || t("promises.untitled")}
    >
      <div className="promises__words">
        <Handshake size={16} strokeWidth={1.6} aria-hidden="true" />
        <SharedText
          className="promises__text"
          label={t("promises.text")}
          placeholder={t("promises.hint")}
          readOnly={!canEdit}
          value={promise.text}
          onEdit={(text) => run(editText, { on: "promises", id: promise.id, key: "text", text })}
        />
        {canEdit && (
          <Tool label={t("promises.delete")} onClick={() => run(deletePromise, { promiseId: promise.id })}>
            <Trash2 size={15} />
          </Tool>
        )}
      </div>
      <div className="inspector__pair">
        <SelectField
          label={t("promises.status")}
          value={promise.status}
          disabled={!canEdit}
          options={PROMISE_STATUSES.map((value) => ({ value, label: t(`promises.statuses.${value}`) }))}
          onChange={(status) => set({ status })}
        />
        <MomentField
          label={t("promises.due")}
          value={promise.dueAt}
          disabled={!canEdit}
          onChange={(dueAt) => set({ dueAt })}
        />
        {promise.status === "kept" && (
          <MomentField
            label={t("promises.kept")}
            value={promise.keptAt}
            disabled={!canEdit}
            onChange={(keptAt) => set({ keptAt })}
          />
        )}
        {promise.status !== "open" && (
          <Noticed promise={promise} onChange={(noticedAt) => set({ noticedAt })} disabled={!canEdit} />
        )}
      </div>
    </li>
  );
}

type NoticedProps = {
  readonly promise: PromiseView;
  readonly disabled: boolean;
  readonly onChange: (touchpointId: string | null) => void;
};

function Noticed({ promise, disabled, onChange }: NoticedProps) {
  const { t } = useTranslation();
  const path = useJourney((view) => view.path);
  const subJourneys = useJourney((view) => view.subJourneys);
  const session = useSession();
  const { touchpoints } = session.view();
  const ids = [path, ...[...subJourneys.values()].map((sub) => sub.path)].flatMap(
    ({ touchpointIds }) => touchpointIds,
  );
  return (
    <SelectField
      label={t("promises.noticed")}
      value={promise.noticedAt ?? ""}
      disabled={disabled}
      options={[
        { value: "", label: t("promises.nowhere") },
        ...ids.map((id) => ({ value: id, label: touchpoints.get(id)?.title || t("touchpoint.untitled") })),
      ]}
      onChange={(id) => onChange(id === "" ? null : id)}
    />
  );
}
