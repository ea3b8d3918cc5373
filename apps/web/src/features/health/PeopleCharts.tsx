import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { Bar, Chart } from "./Chart.tsx";
import { dayWords, percent } from "./figures.ts";
import type { Health } from "./useHealth.ts";

type Props = { readonly found: Health };

/** The words of quotes, each leading to the whole contact; folded up until they are wanted. */
function Words({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const quotes = useQuotes();
  if (ids.length === 0) return null;
  return (
    <details className="said">
      <summary>{t("health.quotes", { count: ids.length })}</summary>
      <ul>
        {ids.map((id) => {
          const quote = quotes.get(id);
          return (
            quote && (
              <li key={id}>
                <Link href={`/j/${journeyId}?library=contacts&reading=${quote.itemId}`}>{quote.text}</Link>
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}

/** Whose voice is missing. */
export function VoicesChart({ found: { health } }: Props) {
  const { t } = useTranslation();
  const { personas, unnamed, employees } = health.voices;
  const missing = personas.filter(({ people }) => people === 0).map(({ name }) => name);
  const most = Math.max(1, unnamed.people, employees.quotes, ...personas.map(({ people }) => people));
  const rows = [
    ...personas.map(({ id, name, people, quoteIds }) => ({
      key: id,
      name,
      n: people,
      quoteIds,
      look: "heard",
    })),
    {
      key: "unnamed",
      name: t("health.voices.unnamed"),
      n: unnamed.people,
      quoteIds: unnamed.quoteIds,
      look: "asked",
    },
    {
      key: "employees",
      name: t("health.voices.employees"),
      n: employees.quotes,
      quoteIds: employees.quoteIds,
      look: "apart",
    },
  ].filter(({ key, n }) => n > 0 || (key !== "unnamed" && key !== "employees"));
  return (
    <Chart
      question={t("health.voices.question")}
      answer={
        personas.length === 0
          ? t("health.voices.noPersonas")
          : missing.length === 0
            ? t("health.voices.noneMissing")
            : t("health.voices.missing", { names: missing.join(", ") })
      }
      how={t("health.voices.how")}
      head={[t("health.voices.persona"), t("health.voices.people"), t("health.words")]}
      rows={rows.map(({ key, name, n, quoteIds, look }) => {
        const count = t(look === "apart" ? "health.quotes" : "health.people", { count: n });
        return {
          key,
          cells: [name, n === 0 ? t("health.none") : count, <Words key="words" ids={quoteIds} />],
          drawn: (
            <>
              <span className="chart__name">{name}</span>
              {n === 0 ? (
                <span className="bar bar--nothing" aria-hidden="true" />
              ) : (
                <Bar parts={[{ look, n }]} of={most} />
              )}
              <span className="chart__value">
                {n === 0 ? t("health.none") : look === "apart" ? null : count}
                <Words ids={quoteIds} />
              </span>
            </>
          ),
        };
      })}
    />
  );
}

/** Wishes nobody has acted on. */
export function WishesChart({ found: { health } }: Props) {
  const { t, i18n } = useTranslation();
  const { journeyId } = useSession();
  const quotes = useQuotes();
  const touchpoints = useJourney((view) => view.touchpoints);
  const places = (ids: readonly string[]) =>
    ids.map((id) => touchpoints.get(id)?.title || t("health.untitled")).join(", ");
  return (
    <Chart
      question={t("health.wishes.question")}
      answer={
        health.people === 0
          ? t("health.nothing")
          : health.wishes.length === 0
            ? t("health.wishes.none")
            : t("health.wishes.answer", { count: health.wishes.length })
      }
      how={t("health.wishes.how")}
      head={[t("health.wishes.said"), t("health.wishes.words"), t("health.touchpoint")]}
      rows={health.wishes.map(({ quoteId, touchpointIds, at }) => {
        const quote = quotes.get(quoteId);
        const words = quote && (
          <Link href={`/j/${journeyId}?library=contacts&reading=${quote.itemId}`}>{quote.text}</Link>
        );
        return {
          key: quoteId,
          cells: [dayWords(t, i18n.language, at), words, places(touchpointIds)],
          drawn: (
            <span className="wish">
              <span className="wish__words">{words}</span>
              <span className="wish__where">
                {dayWords(t, i18n.language, at)} · {places(touchpointIds)}
              </span>
            </span>
          ),
        };
      })}
    />
  );
}

/** Does feedback come back? */
export function FeedbackChart({ found: { health } }: Props) {
  const { t } = useTranslation();
  const { feedback, outerLoop, toldBack, promises } = health;
  const closed = feedback.filter(({ loop }) => loop.state === "closed").length;
  const of = (part: number, whole: number, rate: number | null) =>
    rate === null ? t("health.none") : t("health.feedback.of", { part, whole, rate: percent(t, rate) });
  const rows: { key: string; name: string; value: React.ReactNode }[] = [
    ...feedback.map(({ id, title, loop }) => ({
      key: id,
      name: title || t("health.untitled"),
      value: t(`health.feedback.${loop.state}`),
    })),
    {
      key: "outer",
      name: t("health.feedback.outer"),
      value: of(outerLoop.told, outerLoop.decided, outerLoop.rate),
    },
    {
      key: "told",
      name: t("health.feedback.told"),
      value: (
        <>
          {of(toldBack.told, toldBack.people, toldBack.rate)}
          <Words ids={toldBack.toldQuoteIds} />
        </>
      ),
    },
    {
      key: "promises",
      name: t("health.feedback.promises"),
      value: (
        <>
          {of(promises.kept, promises.made, promises.made === 0 ? null : promises.kept / promises.made)}
          {promises.broken > 0 && `, ${t("health.feedback.broke", { count: promises.broken })}`}
        </>
      ),
    },
    { key: "balance", name: t("health.feedback.balance"), value: t("health.none") },
  ];
  return (
    <Chart
      question={t("health.feedback.question")}
      answer={
        feedback.length === 0
          ? t("health.feedback.none")
          : t("health.feedback.answer", { closed, total: feedback.length })
      }
      how={t("health.feedback.how")}
      head={[t("health.feedback.what"), t("health.feedback.value")]}
      rows={rows.map(({ key, name, value }) => ({
        key,
        cells: [name, value],
        drawn: (
          <>
            <span className="chart__name chart__name--wide">{name}</span>
            <span className="chart__value">{value}</span>
          </>
        ),
      }))}
    />
  );
}
