import { sourceClass } from "@polku/journey";
import { Clock, Ear, MessageCircleQuestion, Route, Trash2, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/people.ts";
import { useSources, type SourceEntry } from "../../api/sources.ts";
import { Button } from "../../ui/Button.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayWords } from "./ContactFacts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { KeepDialog } from "./KeepDialog.tsx";
import { daysLeft, endsSoon } from "./keeping.ts";
import { show } from "./libraryView.ts";
import { Trouble } from "./Trouble.tsx";

const RulesDialog = lazy(() => import("./incoming/RulesDialog.tsx"));

const ICONS = { asked: MessageCircleQuestion, listened: Ear, internal: Users } as const;

/** Where the words came from, and the ways to erase a source or keep it longer. */
export function SourceList() {
  const [erasing, setErasing] = useState<SourceEntry | null>(null);
  const [keeping, setKeeping] = useState<SourceEntry | null>(null);
  const [ruling, setRuling] = useState(false);
  const { t } = useTranslation();
  // Beside the list, which is fetched anew while a dialog is still at work.
  return (
    <>
      <Button
        icon={<Route size={16} />}
        className="button--small sources__rules"
        onClick={() => setRuling(true)}
      >
        {t("incoming.rules.open")}
      </Button>
      {ruling && (
        <Suspense fallback={null}>
          <RulesDialog onClose={() => setRuling(false)} />
        </Suspense>
      )}
      <Listed onErase={setErasing} onKeep={setKeeping} />
      {keeping && <KeepDialog source={keeping} onClose={() => setKeeping(null)} />}
      {erasing && <EraseDialog source={erasing} onClose={() => setErasing(null)} />}
    </>
  );
}

type ListedProps = {
  readonly onErase: (source: SourceEntry) => void;
  readonly onKeep: (source: SourceEntry) => void;
};

/** Every source: asked or listened, how many, when. */
function Listed({ onErase, onKeep }: ListedProps) {
  const { t } = useTranslation();
  const sources = useSources();
  const me = useMe();
  if (sources.error) return <Trouble error={sources.error} again={() => void sources.refetch()} />;
  if (!sources.data) return <Waiting words={t("ui.opening")} />;
  const classes = sources.data.map(({ kind }) => sourceClass(kind));
  const count = (of: string): number => classes.filter((one) => one === of).length;
  if (sources.data.length === 0)
    return (
      <div className="empty">
        <h3>{t("library.empty")}</h3>
        <p>{t("library.emptyHelp")}</p>
      </div>
    );
  const now = sources.dataUpdatedAt;
  const ending = sources.data.filter((source) => endsSoon(source, now)).length;
  const isOwner = me.data?.role === "owner";
  return (
    <div className="sources">
      {ending > 0 && <Notice>{t("privacy.keeping.ending", { count: ending })}</Notice>}
      <p className="library__count">
        {t("library.sources.mix", {
          count: sources.data.length,
          asked: count("asked"),
          listened: count("listened"),
        })}
      </p>
      <ul className="sources__list">
        {sources.data.map((source) => (
          <li key={source.id}>
            <SourceRow
              source={source}
              now={now}
              onErase={isOwner ? () => onErase(source) : null}
              onKeep={isOwner ? () => onKeep(source) : null}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type RowProps = {
  readonly source: SourceEntry;
  /** ms since 1970. */
  readonly now: number;
  readonly onErase: (() => void) | null;
  readonly onKeep: (() => void) | null;
};

function SourceRow({ source, now, onErase, onKeep }: RowProps) {
  const { t, i18n } = useTranslation();
  const { title, kind, invited, responded } = source;
  const soon = endsSoon(source, now);
  const heard = sourceClass(kind) ?? "internal";
  const Icon = ICONS[heard];
  const from = dayWords(source.collectedFrom ?? source.firstAt, i18n.language);
  const to = dayWords(source.collectedTo ?? source.lastAt, i18n.language);
  return (
    <article className="source">
      <button
        type="button"
        className="source__open"
        title={t("library.sources.open", { title })}
        onClick={() => show({ tab: "contacts", source: source.id, q: "", attached: null })}
      >
        <span className="source__title">{title}</span>
        <span className={`source__heard source__heard--${heard}`}>
          <Icon size={14} aria-hidden="true" />
          {t(`library.sources.${heard}`)} · {t(`library.kind.${kind}`)}
        </span>
        <span className="facts">
          <span>{t("library.sources.kept", { count: source.contacts })}</span>
          <span>{t("library.sources.quotes", { count: source.quotes })}</span>
          {invited !== null && responded !== null && (
            <span>{t("library.sources.rate", { invited, responded })}</span>
          )}
          {from !== null && <span>{from === to || to === null ? from : `${from} – ${to}`}</span>}
          {source.retentionUntil && !soon && (
            <span>
              {t("library.sources.retention", { when: dayWords(source.retentionUntil, i18n.language) })}
            </span>
          )}
          {soon && (
            <span className="source__ends">
              {t("privacy.keeping.endsIn", { count: daysLeft(source.retentionUntil, now) ?? 0 })}
            </span>
          )}
          {source.sample && <span className="chip">{t("library.sample")}</span>}
        </span>
      </button>
      {onKeep && (
        <Tool label={t("privacy.keeping.tool", { title })} onClick={onKeep}>
          <Clock size={16} />
        </Tool>
      )}
      {onErase && (
        <Tool label={t("library.sources.erase", { title })} onClick={onErase}>
          <Trash2 size={16} />
        </Tool>
      )}
    </article>
  );
}
