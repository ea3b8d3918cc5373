import {
  changeExpectation,
  deletePastExpectation,
  setPastExpectation,
  type PastExpectation,
  type TouchpointView,
} from "@polku/journey";
import { History, Trash2 } from "lucide-react";
import { useMemo, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { LineField } from "../../ui/LineField.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { localDay } from "../../ui/localDay.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { valenceOf, valenceOptions, type ValenceChoice } from "./valenceChoice.ts";

/** What was hoped for before, and the way to say that it has changed. */
export function PastHopes({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const all = useJourney((view) => view.pastExpectations);
  const here = useMemo(
    () => all.filter(({ touchpointId }) => touchpointId === touchpoint.id).toReversed(),
    [all, touchpoint.id],
  );
  const [changing, setChanging] = useState(false);
  const canChange = canEdit && touchpoint.expectation.desired !== null;
  return (
    <>
      {canChange &&
        (changing ? (
          <ChangeForm touchpoint={touchpoint} onDone={() => setChanging(false)} />
        ) : (
          <Button className="button--small" icon={<History size={15} />} onClick={() => setChanging(true)}>
            {t("expectation.hasChanged")}
          </Button>
        ))}
      {here.length > 0 && (
        <>
          <h4 className="inspector__before">{t("expectation.before")}</h4>
          <ul className="inspector__past">
            {here.map((past) => (
              <Past key={past.id} past={past} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Past({ past }: { readonly past: PastExpectation }) {
  const { t, i18n } = useTranslation();
  const feelingName = useFeelingName();
  const signed = useSignedNumber(1);
  const canEdit = useCanEdit();
  const run = useCommand();
  const { undo } = useSession();
  const said = (v: number): string => `${signed(v)} · ${feelingName(Math.round(v))}`;
  const what = [
    past.desired === null ? t("expectation.none") : said(past.desired),
    ...(past.adequate === null ? [] : [t("expectation.least", { what: said(past.adequate) })]),
    ...(past.formedBy === null ? [] : [past.formedBy]),
  ].join(", ");
  const when =
    past.until &&
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(new Date(past.until));
  return (
    <li>
      <p>
        {when ? t("expectation.wasUntil", { what, when }) : t("expectation.wasOnce", { what })}
        {canEdit && (
          <Tool
            label={t("expectation.forget", { what })}
            onClick={() => {
              undo.beginStep();
              run(deletePastExpectation, { pastId: past.id });
            }}
          >
            <Trash2 size={15} />
          </Tool>
        )}
      </p>
      {canEdit ? (
        <LineField
          label={t("expectation.why")}
          value={past.why}
          disabled={false}
          onChange={(why) => run(setPastExpectation, { pastId: past.id, set: { why } })}
        />
      ) : (
        past.why !== null && <p className="inspector__why">{past.why}</p>
      )}
    </li>
  );
}

type FormProps = { readonly touchpoint: TouchpointView; readonly onDone: () => void };

function ChangeForm({ touchpoint, onDone }: FormProps) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const run = useCommand();
  const { undo } = useSession();
  const [desired, setDesired] = useState<ValenceChoice>("0");
  const [adequate, setAdequate] = useState<ValenceChoice>("");
  const [until, setUntil] = useState(() => localDay(new Date()));
  const [why, setWhy] = useState("");
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    undo.beginStep();
    const kept = run(changeExpectation, {
      touchpointId: touchpoint.id,
      desired: valenceOf(desired) ?? 0,
      adequate: valenceOf(adequate),
      formedBy: touchpoint.expectation.formedBy,
      until,
      why: why.trim() === "" ? null : why.trim().slice(0, 2_000),
    });
    if (kept.ok) onDone();
  };
  return (
    <form className="inspector__change" onSubmit={keep}>
      <p>{t("expectation.changedHelp")}</p>
      <div className="inspector__pair">
        <SelectField
          label={t("expectation.newDesired")}
          value={desired}
          options={valenceOptions(feelingName, "").filter(({ value }) => value !== "")}
          onChange={setDesired}
        />
        <SelectField
          label={t("expectation.newAdequate")}
          value={adequate}
          options={valenceOptions(feelingName, t("facts.adequateUsual"))}
          onChange={setAdequate}
        />
      </div>
      <Field label={t("expectation.until")}>
        {(id) => (
          <input
            id={id}
            className="input"
            type="date"
            required
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("expectation.why")}>
        {(id) => (
          <input
            id={id}
            className="input"
            value={why}
            maxLength={2_000}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
      <div className="inspector__actions-line">
        <Button className="button--small" look="primary" type="submit">
          {t("expectation.keep")}
        </Button>
        <Button className="button--small" look="quiet" onClick={onDone}>
          {t("expectation.neverMind")}
        </Button>
      </div>
    </form>
  );
}
