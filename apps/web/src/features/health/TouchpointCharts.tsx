import type { HealthPlace } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { reasonSentence } from "../../session/groundingWords.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { Bar, Chart, Scale } from "./Chart.tsx";
import { percent, signed, wordsBehind } from "./figures.ts";
import type { Health } from "./useHealth.ts";

type Props = { readonly found: Health };

/** Where a number leads: the contacts behind a touchpoint. */
function useWords(): (place: HealthPlace, more?: Readonly<Record<string, string>>) => string {
  const { journeyId } = useSession();
  return (place, more = {}) => wordsBehind(journeyId, { touchpoint: place.id, ...more });
}

function PlaceName({ place }: { readonly place: HealthPlace }) {
  const { t } = useTranslation();
  return (
    <span className="chart__name">
      {place.title || t("health.untitled")}
      {place.mot && <span className="chip">{t("health.mot")}</span>}
    </span>
  );
}

/** Which touchpoints rest on nothing. */
export function RestChart({ found: { health } }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { places, coverage } = health;
  const bare = places.filter(({ grounding }) => grounding.n === 0).length;
  const most = Math.max(1, ...places.map(({ grounding }) => grounding.n));
  const sorted = places.toSorted((a, b) => a.grounding.n - b.grounding.n || Number(b.mot) - Number(a.mot));
  const people = (place: HealthPlace) =>
    place.grounding.n === 0 ? (
      t("health.none")
    ) : (
      <Link href={words(place)}>{t("health.people", { count: place.grounding.n })}</Link>
    );
  return (
    <Chart
      question={t("health.rest.question")}
      answer={
        places.length === 0
          ? t("health.nothing")
          : t("health.rest.answer", {
              count: bare,
              total: places.length,
              coverage: percent(t, coverage.coverage),
              mot: percent(t, coverage.motCoverage),
            })
      }
      how={t("health.rest.how")}
      head={[t("health.touchpoint"), t("health.rest.people"), t("health.level"), t("health.rest.why")]}
      rows={sorted.map((place) => ({
        key: place.id,
        cells: [
          <PlaceName key="name" place={place} />,
          people(place),
          t(`grounding.level.${place.grounding.level}`),
          reasonSentence(t, place.reason),
        ],
        drawn: (
          <>
            <PlaceName place={place} />
            {place.grounding.n === 0 ? (
              <span className="bar bar--nothing" aria-hidden="true" />
            ) : (
              <Bar parts={[{ look: "heard", n: place.grounding.n }]} of={most} />
            )}
            <span className="chart__value">
              {t(`grounding.level.${place.grounding.level}`)}, {people(place)}
            </span>
          </>
        ),
      }))}
    />
  );
}

/** Asked or listened. */
export function AskedChart({ found: { health } }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { asked, listened, listenedShare } = health.asked;
  const places = health.places.filter((place) => place.asked + place.listened > 0);
  const most = Math.max(1, ...places.map((place) => place.asked + place.listened));
  return (
    <Chart
      question={t("health.asked.question")}
      answer={
        places.length === 0
          ? t("health.nothing")
          : t("health.asked.answer", {
              asked: t("health.people", { count: asked }),
              listened: t("health.people", { count: listened }),
              share: percent(t, listenedShare),
            })
      }
      how={t("health.asked.how")}
      legend={
        places.length > 0 && (
          <p className="legend">
            <span className="legend__key legend__key--asked">{t("health.asked.asked")}</span>
            <span className="legend__key legend__key--listened">{t("health.asked.listened")}</span>
          </p>
        )
      }
      head={[t("health.touchpoint"), t("health.asked.asked"), t("health.asked.listened")]}
      rows={places.map((place) => {
        const number = (n: number, origin: string) =>
          n === 0 ? "0" : <Link href={words(place, { origin })}>{n}</Link>;
        return {
          key: place.id,
          cells: [
            <PlaceName key="name" place={place} />,
            number(place.asked, "asked"),
            number(place.listened, "listened"),
          ],
          drawn: (
            <>
              <PlaceName place={place} />
              <Bar
                parts={[
                  { look: "asked", n: place.asked },
                  { look: "listened", n: place.listened },
                ]}
                of={most}
              />
              <span className="chart__value">
                {t("health.asked.asked")} {number(place.asked, "asked")}, {t("health.asked.listened")}{" "}
                {number(place.listened, "listened")}
              </span>
            </>
          ),
        };
      })}
    />
  );
}

/** Drawn as it was told? */
export function GapChart({ found: { health } }: Props) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const places = health.places.filter(({ gap }) => gap.gap !== null);
  const flagged = (flag: string) => places.filter(({ gap }) => gap.flag === flag).length;
  const number = (v: number | null) => signed(t, i18n.language, v);
  const sorted = places.toSorted((a, b) => Math.abs(b.gap.gap ?? 0) - Math.abs(a.gap.gap ?? 0));
  return (
    <Chart
      question={t("health.gap.question")}
      answer={
        places.length === 0
          ? t("health.nothing")
          : t("health.gap.answer", { rosier: flagged("rosier"), gloomier: flagged("gloomier") })
      }
      how={t("health.gap.how")}
      legend={
        places.length > 0 && (
          <p className="legend">
            <span className="legend__key legend__key--drawn">{t("health.gap.drawn")}</span>
            <span className="legend__key legend__key--heard">{t("health.gap.heard")}</span>
          </p>
        )
      }
      head={[
        t("health.touchpoint"),
        t("health.gap.drawn"),
        t("health.gap.heard"),
        t("health.gap.gap"),
        t("health.gap.flag"),
      ]}
      rows={sorted.map((place) => {
        const { drawn, evidence: heard, gap, flag } = place.gap;
        const marks = [
          ...(flag === null ? [] : [t(`health.gap.${flag}`)]),
          ...(place.split.split ? [t("health.gap.split")] : []),
        ].join(", ");
        return {
          key: place.id,
          cells: [
            <PlaceName key="name" place={place} />,
            number(drawn),
            <Link key="heard" href={words(place)}>
              {number(heard)}
            </Link>,
            number(gap),
            marks || t("health.none"),
          ],
          drawn: (
            <>
              <PlaceName place={place} />
              <Scale heard={heard} drawn={drawn} />
              <span className="chart__value">
                {t("health.gap.heard")} <Link href={words(place)}>{number(heard)}</Link>,{" "}
                {t("health.gap.drawn")} {number(drawn)}
                {marks && <strong> {marks}</strong>}
              </span>
            </>
          ),
        };
      })}
    />
  );
}

/** How old is what we know. */
export function AgeChart({ found: { health } }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const heard = health.places.filter(({ newestDays }) => newestDays !== null);
  const most = Math.max(1, ...heard.map(({ newestDays }) => newestDays ?? 0));
  const days = (n: number | null) =>
    n === null ? t("health.none") : t("health.days", { count: Math.floor(n) });
  const sorted = heard.toSorted((a, b) => (b.newestDays ?? 0) - (a.newestDays ?? 0));
  return (
    <Chart
      question={t("health.age.question")}
      answer={
        heard.length === 0
          ? t("health.nothing")
          : t("health.age.answer", {
              count: heard.filter(({ grounding }) => grounding.stale).length,
              total: heard.length,
            })
      }
      how={t("health.age.how")}
      head={[t("health.touchpoint"), t("health.age.newest"), t("health.age.oldest")]}
      rows={sorted.map((place) => ({
        key: place.id,
        cells: [
          <PlaceName key="name" place={place} />,
          <Link key="newest" href={words(place)}>
            {days(place.newestDays)}
          </Link>,
          days(place.oldestDays),
        ],
        drawn: (
          <>
            <PlaceName place={place} />
            <Bar
              parts={[{ look: place.grounding.stale ? "stale" : "heard", n: place.newestDays ?? 0 }]}
              of={most}
            />
            <span className="chart__value">
              <Link href={words(place)}>{days(place.newestDays)}</Link>
              {place.grounding.stale && <strong> {t("health.age.stale")}</strong>}
            </span>
          </>
        ),
      }))}
    />
  );
}
