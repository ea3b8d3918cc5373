import { useTranslation } from "react-i18next";
import { Chart } from "./Chart.tsx";
import type { Health } from "./useHealth.ts";

const WITHOUT_SOURCE = [
  "positivity_skew",
  "negativity_skew",
  "only_survey",
  "only_asked",
  "extremes_only",
  "stale",
  "undated",
  "single_voice",
  "unread_library",
  "unconfirmed_valence",
] as const;
const OF_SOURCE = ["low_response_rate", "response_rate_unknown", "invalid"] as const;

/** How the evidence may mislead, each with its reason. */
export function WarningsChart({ found: { health, sources } }: { readonly found: Health }) {
  const { t } = useTranslation();
  const rows = health.warnings.flatMap((code) => {
    const [name, sourceId] = code.split(":");
    const plain = WITHOUT_SOURCE.find((one) => one === name);
    if (plain !== undefined)
      return [{ code, what: t(`health.warnings.${plain}.what`), why: t(`health.warnings.${plain}.why`) }];
    const own = OF_SOURCE.find((one) => one === name);
    if (own === undefined) return [];
    const source = sources.find(({ id }) => id === sourceId)?.title ?? t("health.source");
    return [
      { code, what: t(`health.warnings.${own}.what`, { source }), why: t(`health.warnings.${own}.why`) },
    ];
  });
  return (
    <Chart
      question={t("health.warnings.question")}
      answer={
        health.people === 0
          ? t("health.warnings.noEvidence")
          : rows.length === 0
            ? t("health.warnings.none")
            : t("health.warnings.answer", { count: rows.length })
      }
      how={t("health.warnings.how")}
      head={[t("health.warnings.warning"), t("health.warnings.why")]}
      rows={rows.map(({ code, what, why }) => ({
        key: code,
        cells: [what, why],
        drawn: (
          <span className="wish">
            <strong>{what}</strong>
            <span className="wish__where">{why}</span>
          </span>
        ),
      }))}
    />
  );
}
