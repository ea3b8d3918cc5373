import { Download, History } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useChanges } from "../../api/versions.ts";
import { useWorkshops, useWorkshopSummary, type WorkshopSummary } from "../../api/workshopSummary.ts";
import { customersMeans } from "../../session/customersMeans.ts";
import { useQuotes, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { summaryMarkdown } from "./summaryMarkdown.ts";
import { summarySections } from "./summarySections.ts";
import "./summary.css";

/** What came of the workshops of a journey: the latest, or the one that is chosen. */
export default function SummaryView({ journeyId }: { readonly journeyId: string }) {
  const { t, i18n } = useTranslation();
  const all = useWorkshops(journeyId);
  const [chosen, choose] = useState<string>();
  const workshopId = chosen ?? all.data?.items[0]?.id;
  const { data, error } = useWorkshopSummary(journeyId, workshopId);
  const failed = all.error ?? error;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  if (failed) return <Notice problem>{failed.message}</Notice>;
  if (all.data?.items.length === 0) return <p className="summary__none">{t("summary.noWorkshop")}</p>;
  if (!all.data || !data) return <Waiting words={t("ui.opening")} />;
  return (
    <article className="summary">
      {all.data.items.length > 1 && (
        <SelectField
          label={t("summary.which")}
          value={workshopId ?? ""}
          options={all.data.items.map(({ id, title, startedAt }) => ({
            value: id,
            label: `${title} · ${day.format(new Date(startedAt))}`,
          }))}
          onChange={choose}
        />
      )}
      <Summary key={data.id} journeyId={journeyId} summary={data} />
    </article>
  );
}

type Props = { readonly journeyId: string; readonly summary: WorkshopSummary };

function whenOf(language: string, { startedAt, endedAt }: WorkshopSummary, isOn: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  return endedAt
    ? format.formatRange(new Date(startedAt), new Date(endedAt))
    : `${format.format(new Date(startedAt))} – ${isOn}`;
}

function Summary({ journeyId, summary }: Props) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const session = useSession();
  const quotes = useQuotes();
  const { before, after } = summary;
  const compares = before !== null && after !== null && before !== after;
  const { data: changes } = useChanges(journeyId, compares ? after : undefined, before ?? "");
  const sections = useMemo(() => {
    const view = session.view();
    return summarySections(t, { summary, view, means: customersMeans(view, quotes), changes, language });
  }, [t, session, quotes, summary, changes, language]);
  const when = whenOf(language, summary, t("summary.isOn"));
  const download = (): void => {
    const text = summaryMarkdown({ title: summary.title, when }, sections, t("summary.none"));
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${summary.title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.md`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <header className="summary__head">
        <h2>{summary.title}</h2>
        <p className="field__hint">{when}</p>
        <div className="summary__deeds">
          <Button icon={<Download size={16} />} onClick={download}>
            {t("summary.markdown")}
          </Button>
          {compares && (
            <>
              <Link className="button" href={`/j/${journeyId}/history?version=${after}`}>
                <History size={16} />
                {t("summary.compare")}
              </Link>
              <Link className="button" href={`/j/${journeyId}/history?version=${before}`}>
                {t("summary.before")}
              </Link>
            </>
          )}
        </div>
      </header>
      {sections.map(({ title, intro, ordered, ranked, items }, i) => {
        const List = ordered ? "ol" : "ul";
        return (
          // Steps may share a title; their place tells them apart.
          <section key={`${i}-${title}`} className="summary__part">
            <h3>{title}</h3>
            {intro && <p className="field__hint">{intro}</p>}
            {items.length === 0 ? (
              <p className="field__hint">{t("summary.none")}</p>
            ) : (
              <List data-ranked={ranked}>
                {items.map((item, n) => (
                  <li key={`${n}-${item}`}>{item}</li>
                ))}
              </List>
            )}
          </section>
        );
      })}
    </>
  );
}
