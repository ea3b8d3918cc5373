import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Moment, NOW, useVersions, type VersionEntry } from "../../api/versions.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { byDay, sayTime } from "./moments.ts";
import { VersionDetails } from "./VersionDetails.tsx";
import "./history.css";

type Props = {
  readonly journeyId: string;
  readonly chosen: Moment;
  readonly onChoose: (moment: Moment) => void;
  readonly onRestored: () => void;
};

/** The versions of a journey by day, each with who did something; the chosen one opens. */
export function VersionList({ journeyId, chosen, onChoose, onRestored }: Props) {
  const { t, i18n } = useTranslation();
  const list = useVersions(journeyId);
  if (list.isError) return <Notice problem>{list.error.message}</Notice>;
  if (!list.data) return <Waiting words={t("ui.opening")} />;
  const { items, since } = list.data;
  const details = (version: VersionEntry | null) => (
    <VersionDetails
      key={version?.id ?? NOW}
      journeyId={journeyId}
      version={version}
      versions={items}
      onChoose={onChoose}
      onRestored={onRestored}
    />
  );
  return (
    <div className="history__list" aria-label={t("history.list")} role="group">
      <Entry
        title={t("history.now")}
        words={doersSaid(t, since) || (items.length > 0 ? t("history.noChangesYet") : "")}
        isChosen={chosen === NOW}
        onChoose={() => onChoose(NOW)}
      >
        {details(null)}
      </Entry>
      {items.length === 0 && <p className="history__hint">{t("history.none")}</p>}
      {byDay(i18n.language, items).map(({ day, versions }) => (
        <section key={day}>
          <h2 className="history__day">{day}</h2>
          {versions.map((version) => (
            <VersionItem
              key={version.id}
              version={version}
              isChosen={chosen === version.id}
              onChoose={() => onChoose(version.id)}
            >
              {details(version)}
            </VersionItem>
          ))}
        </section>
      ))}
    </div>
  );
}

type EntryProps = {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function VersionItem({ version, ...entry }: EntryProps & { readonly version: VersionEntry }) {
  const { t, i18n } = useTranslation();
  const who = version.by?.name ?? t("history.nobody");
  const kept = {
    auto: "",
    named: t("history.namedBy", { who }),
    "before-restore": version.name ? t("history.namedBy", { who }) : t("history.beforeRestore", { who }),
  };
  const time = sayTime(i18n.language, version.at);
  return (
    <Entry
      {...entry}
      title={version.name ? `${time} · ${version.name}` : time}
      words={
        [doersSaid(t, version.people), kept[version.kind]].filter(Boolean).join(" · ") || t("history.auto")
      }
    />
  );
}

/** "Ana, Ben · 12 changes" */
function doersSaid(t: TFunction, people: VersionEntry["people"]): string {
  if (people.length === 0) return "";
  const count = people.reduce((sum, { edits }) => sum + edits, 0);
  return t("history.people", { who: people.map(({ name }) => name).join(", "), count });
}

function Entry({
  title,
  words,
  isChosen,
  onChoose,
  children,
}: EntryProps & { readonly title: string; readonly words: string }) {
  return (
    <div className="history__entry" data-chosen={isChosen || undefined}>
      <button type="button" className="history__choose" aria-expanded={isChosen} onClick={onChoose}>
        <strong>{title}</strong>
        {words && <span>{words}</span>}
      </button>
      {isChosen && children}
    </div>
  );
}
