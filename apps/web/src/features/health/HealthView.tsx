import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { DriversChart, SkewChart } from "./LibraryCharts.tsx";
import { FeedbackChart, VoicesChart, WishesChart } from "./PeopleCharts.tsx";
import { AgeChart, AskedChart, GapChart, RestChart } from "./TouchpointCharts.tsx";
import { dayWords } from "./figures.ts";
import { usePrinting } from "./usePrinting.ts";
import { NO_CHOICE, useHealth, type HealthChoice } from "./useHealth.ts";
import { WarningsChart } from "./WarningsChart.tsx";
import "./health.css";

/** What a journey rests on, as charts that answer the question in their title. */
export default function HealthView({ more }: { readonly more?: ReactNode }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(NO_CHOICE);
  const found = useHealth(choice);
  return (
    <div className="health">
      <PaperHead choice={choice} sources={found.sources} />
      <p className="health__intro">{t("health.intro")}</p>
      <Narrowing choice={choice} onChange={setChoice} sources={found.sources} />
      {!found.mayRead && <Notice>{t("health.onlyMap")}</Notice>}
      {found.error && <Notice problem>{found.error.message}</Notice>}
      <div className="health__charts">
        <RestChart found={found} />
        <AskedChart found={found} />
        <VoicesChart found={found} />
        {found.mayRead && <SkewChart found={found} choice={choice} />}
        <GapChart found={found} />
        <AgeChart found={found} />
        {found.mayRead && <DriversChart found={found} choice={choice} />}
        <WishesChart found={found} />
        <FeedbackChart found={found} />
        <WarningsChart found={found} />
      </div>
      {more}
    </div>
  );
}

type NarrowingProps = {
  readonly choice: HealthChoice;
  readonly onChange: (choice: HealthChoice) => void;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
};

/** What paper has to say of itself: which journey, of which day, narrowed to what. */
function PaperHead({ choice, sources }: Pick<NarrowingProps, "choice" | "sources">) {
  const { t, i18n } = useTranslation();
  const title = useJourney((view) => view.meta.title);
  const personas = useJourney((view) => view.personas);
  const printed = usePrinting();
  if (printed === null) return null;
  const day = (at: string | null): string | null => at && dayWords(t, i18n.language, at);
  const narrowed = [
    ["from", day(choice.from)],
    ["to", day(choice.to)],
    ["persona", personas.find(({ id }) => id === choice.persona)?.name],
    ["source", sources.find(({ id }) => id === choice.source)?.title],
  ] as const;
  return (
    <header className="health__paper">
      <h1>{t("health.title")}</h1>
      <p>
        {title} · {day(printed.toISOString())}
      </p>
      {narrowed.map(([what, value]) =>
        value ? (
          <p key={what}>
            {t(`health.${what}`)}: {value}
          </p>
        ) : null,
      )}
    </header>
  );
}

function Narrowing({ choice, onChange, sources }: NarrowingProps) {
  const { t } = useTranslation();
  const personas = useJourney((view) => view.personas);
  const every = { value: "", label: t("health.every") };
  const day = (name: "from" | "to") => (
    <Field label={t(`health.${name}`)}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="input"
          value={choice[name] ?? ""}
          onChange={(event) => onChange({ ...choice, [name]: event.target.value || null })}
        />
      )}
    </Field>
  );
  return (
    <div className="health__filters" role="group" aria-label={t("health.filters")}>
      {day("from")}
      {day("to")}
      {personas.length > 0 && (
        <SelectField
          label={t("health.persona")}
          value={choice.persona ?? ""}
          options={[every, ...personas.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(persona) => onChange({ ...choice, persona: persona || null })}
        />
      )}
      {sources.length > 0 && (
        <SelectField
          label={t("health.source")}
          value={choice.source ?? ""}
          options={[every, ...sources.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(source) => onChange({ ...choice, source: source || null })}
        />
      )}
      {Object.values(choice).some((one) => one !== null) && (
        <Button look="quiet" onClick={() => onChange(NO_CHOICE)}>
          {t("health.clear")}
        </Button>
      )}
    </div>
  );
}
