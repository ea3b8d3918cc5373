import { isoWeek } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useSession } from "../../session/SessionContext.tsx";
import { Chart, Scale } from "./Chart.tsx";
import { signed, wordsBehind } from "./figures.ts";
import type { Health, HealthChoice } from "./useHealth.ts";

type Props = { readonly found: Health; readonly choice: HealthChoice };

/** Whether what was attached is rosier than the sources it came from. */
export function SkewChart({ found: { health }, choice }: Props) {
  const { t, i18n } = useTranslation();
  const { journeyId } = useSession();
  const { delta, z, warn, attached, library } = health.skew;
  const number = (v: number | null) => signed(t, i18n.language, v);
  const size = delta === null ? null : Math.abs(delta);
  const answer =
    z === null
      ? t("health.skew.unknown")
      : t(`health.skew.${warn ?? "fair"}`, {
          delta: warn === null ? number(delta) : number(size).replace("+", ""),
        });
  const rows = [
    {
      key: "attached" as const,
      ...attached,
      href: wordsBehind(journeyId, { attached: "1", source: choice.source }),
    },
    { key: "library" as const, ...library, href: wordsBehind(journeyId, { source: choice.source }) },
  ].filter(({ n }) => n > 0);
  return (
    <Chart
      question={t("health.skew.question")}
      answer={answer}
      how={t("health.skew.how", { z: number(z) })}
      head={[t("health.skew.what"), t("health.skew.mean"), t("health.skew.n")]}
      rows={rows.map(({ key, n, mean, href }) => ({
        key,
        cells: [
          t(`health.skew.${key}`),
          number(mean),
          <Link key="n" href={href}>
            {n}
          </Link>,
        ],
        drawn: (
          <>
            <span className="chart__name">{t(`health.skew.${key}`)}</span>
            <Scale heard={mean} drawn={null} />
            <span className="chart__value">
              {number(mean)}, {t("health.skew.n")} <Link href={href}>{n}</Link>
            </span>
          </>
        ),
      }))}
    />
  );
}

/** What drives contacts, week by week. */
export function DriversChart({ found: { health, library }, choice }: Props) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const { drivers } = health;
  const contacts = library?.weeks.contacts ?? [];
  const all = contacts.reduce((sum, n) => sum + n, 0);
  const [first] = drivers;
  const rising = drivers.filter((one) => one.rising.rising).map(({ theme }) => theme);
  const last = isoWeek((library?.weeks.first ?? 0) + Math.max(0, contacts.length - 1));
  const most = Math.max(1, ...drivers.flatMap((one) => one.contacts));
  const words = (theme: string) => wordsBehind(journeyId, { theme, source: choice.source });
  return (
    <Chart
      question={t("health.drivers.question")}
      answer={
        <>
          {first === undefined
            ? t("health.drivers.none")
            : t("health.drivers.answer", {
                contacts: t("health.drivers.contacts", { count: all }),
                theme: first.theme,
                ...last,
              })}
          {rising.length > 0 && ` ${t("health.drivers.rising", { themes: rising.join(", ") })}`}
        </>
      }
      how={t("health.drivers.how", last)}
      head={[
        t("health.drivers.theme"),
        t("health.drivers.total"),
        t("health.drivers.last"),
        t("health.drivers.before"),
      ]}
      rows={drivers.map(({ theme, contacts: weeks, total, rising: found }) => {
        const share = (of: { readonly count: number; readonly of: number }) => t("health.drivers.share", of);
        return {
          key: theme,
          cells: [
            theme,
            <Link key="total" href={words(theme)}>
              {total}
            </Link>,
            <>
              {share(found)}
              {found.rising && <strong> {t("health.drivers.isRising")}</strong>}
            </>,
            share(found.before),
          ],
          drawn: (
            <>
              <span className="chart__name">{theme}</span>
              <Weeks
                weeks={weeks}
                most={most}
                label={t("health.drivers.weeksOf", { theme, last: found.count })}
              />
              <span className="chart__value">
                <Link href={words(theme)}>{t("health.drivers.contacts", { count: total })}</Link>
                {found.rising && (
                  <strong>
                    {" "}
                    {t("health.drivers.isRising")}: {share(found)}; {share(found.before)}
                  </strong>
                )}
              </span>
            </>
          ),
        };
      })}
    />
  );
}

function Weeks({
  weeks,
  most,
  label,
}: {
  readonly weeks: readonly number[];
  readonly most: number;
  readonly label: string;
}) {
  const width = 100 / Math.max(1, weeks.length);
  return (
    <svg className="weeks" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label={label}>
      {weeks.map((n, index) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- a week is its place
          key={index}
          x={index * width + width * 0.1}
          width={width * 0.8}
          y={24 - (23 * n) / most - 1}
          height={(23 * n) / most + 1}
          className={index === weeks.length - 1 ? "weeks__last" : "weeks__one"}
        />
      ))}
    </svg>
  );
}
