import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import HealthView from "../features/health/HealthView.tsx";
import { SessionProvider, useJourney } from "../session/SessionContext.tsx";
import { useWantQuotes } from "../session/useGrounding.ts";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { useForgetErased } from "./useForgetErased.ts";
import { useOpening, usePersonId } from "./useOpening.ts";
import "./journey.css";
import "../features/topbar/topbar.css";

/** What one journey rests on, live: the numbers follow the map. */
export default function HealthPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { session, problem } = useOpening(id, usePersonId());
  return (
    <div className="journey">
      <header className="topbar">
        <Link
          className="button button--quiet button--icon"
          href={`/j/${id}`}
          aria-label={t("health.back")}
          title={t("health.back")}
        >
          <ArrowLeft size={18} />
        </Link>
        <h1 className="topbar__title">{t("health.title")}</h1>
        {session && (
          <SessionProvider session={session}>
            <JourneyName />
          </SessionProvider>
        )}
        <span className="topbar__space" />
        <span className="topbar__settings">
          <ThemePicker />
          <LanguagePicker />
        </span>
      </header>
      <main className="journey__main health-page">
        {problem && (
          <div className="journey__notice">
            <Notice problem>
              {"sentence" in problem
                ? problem.sentence
                : t(problem.code === "unknown" ? "journey.unknown" : "home.noServer")}
            </Notice>
          </div>
        )}
        {!session && !problem && <Waiting words={t("ui.opening")} />}
        {session && (
          <SessionProvider session={session}>
            <OpenHealth />
          </SessionProvider>
        )}
      </main>
    </div>
  );
}

function JourneyName() {
  const title = useJourney((view) => view.meta.title);
  return <span className="topbar__name-only">{title}</span>;
}

function OpenHealth() {
  const { t } = useTranslation();
  const isEmpty = useJourney((view) => view.meta.schemaVersion === 0 && view.path.stages.length === 0);
  const title = useJourney((view) => view.meta.title);
  useWantQuotes();
  useForgetErased();
  useEffect(() => {
    document.title = `${t("health.title")} · ${title || "Polku"}`;
    return () => void (document.title = "Polku");
  }, [title, t]);
  return isEmpty ? <Waiting words={t("ui.opening")} /> : <HealthView />;
}
