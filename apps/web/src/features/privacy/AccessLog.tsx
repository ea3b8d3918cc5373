import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ACCESS_LOG_FILE, useAccessLog, type AccessEntry } from "../../api/privacy.ts";
import { useSources } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";

const DEEDS = [
  "saw",
  "heard",
  "silenced",
  "searched",
  "exported",
  "identified",
  "imported",
  "erased",
  "retention",
] as const;
const THINGS = [
  "contact",
  "recording",
  "library",
  "source",
  "quote",
  "person",
  "journey",
  "accessLog",
] as const;

/** Who saw, exported, identified and erased what, and whether every line still holds on to the one before. */
export function AccessLog() {
  const { t } = useTranslation();
  const log = useAccessLog();
  const { data: sources = [] } = useSources();
  if (log.error) return <Notice problem>{log.error.message}</Notice>;
  if (!log.data) return <Waiting words={t("ui.opening")} />;
  const lines = log.data.pages.flatMap(({ items }) => items);
  const { chain } = log.data.pages[0] ?? {};
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return (
    <div className="privacy__log">
      <p className="privacy__muted">{t("privacy.log.says")}</p>
      {chain && chain.brokenAt !== null ? (
        <Notice problem>{t("privacy.log.broken", { line: chain.brokenAt })}</Notice>
      ) : (
        chain && <p className="privacy__muted">{t("privacy.log.whole", { count: chain.lines })}</p>
      )}
      <ol className="privacy__lines">
        {lines.map((line) => (
          <LogLine key={line.seq} line={line} title={titles.get(line.thing)} />
        ))}
      </ol>
      <div className="privacy__go">
        {log.hasNextPage && (
          <Button disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t("privacy.log.older")}
          </Button>
        )}
        <a className="button button--quiet" href={ACCESS_LOG_FILE} download>
          <Download size={16} aria-hidden="true" />
          {t("privacy.log.download")}
        </a>
      </div>
    </div>
  );
}

function LogLine({ line, title }: { readonly line: AccessEntry; readonly title: string | undefined }) {
  const { t, i18n } = useTranslation();
  const deed = DEEDS.find((one) => one === line.deed);
  const what = THINGS.find((one) => one === line.what);
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  const who = line.who === "retention" ? t("privacy.log.byItself") : (line.name ?? line.who);
  return (
    <li className="privacy__line">
      <time dateTime={line.at}>{at.format(new Date(line.at))}</time>
      <span className="privacy__who">{who}</span>
      <span>
        {deed ? t(`privacy.log.deeds.${deed}`) : line.deed}:{" "}
        {what ? t(`privacy.log.things.${what}`) : line.what}
        {title !== undefined && ` ${t("privacy.log.titled", { title })}`}
        {line.count !== null && ` (${line.count})`}
      </span>
    </li>
  );
}
