import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useStates } from "../api/states.ts";
import { ChangeList } from "../features/history/ChangeList.tsx";
import { StatesView } from "../features/states/StatesView.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import "./journey.css";
import "../features/history/history.css";
import "../features/topbar/topbar.css";

type Props = { readonly id: string; readonly futureId: string };

/** A journey as it is beside its future state, with what differs in words. */
export default function StatesPage({ id, futureId }: Props) {
  const { t } = useTranslation();
  const states = useStates(id, futureId);
  return (
    <div className="journey">
      <header className="topbar">
        <Link
          className="button button--quiet button--icon"
          href={`/j/${futureId}`}
          aria-label={t("states.back")}
          title={t("states.back")}
        >
          <ArrowLeft size={18} />
        </Link>
        <h1 className="topbar__title">{t("states.title")}</h1>
        <span className="topbar__space" />
        <span className="topbar__both">
          <ThemePicker />
          <LanguagePicker />
        </span>
      </header>
      <main className="journey__main states">
        {states.isError && (
          <div className="journey__notice">
            <Notice problem>{states.error.message}</Notice>
          </div>
        )}
        {states.isPending && <Waiting words={t("ui.opening")} />}
        {states.data && (
          <StatesView current={states.data.current} future={states.data.future}>
            <ChangeList changes={states.data.changes} total={states.data.total} />
          </StatesView>
        )}
      </main>
    </div>
  );
}
