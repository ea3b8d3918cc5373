import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SessionProvider, useJourney } from "../session/SessionContext.tsx";
import { useWantQuotes } from "../session/useGrounding.ts";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BesideTop } from "./BesideTop.tsx";
import { useForgetErased } from "./useForgetErased.ts";
import { useOpening, usePersonId } from "./useOpening.ts";

type Props = {
  readonly id: string;
  /** What the page is called, and what the way back to the map is. */
  readonly title: string;
  readonly back: string;
  readonly className: string;
  readonly children: ReactNode;
};

/** A page beside the map of one journey, live: what it says follows the map. */
export function BesideMap({ id, title, back, className, children }: Props) {
  const { t } = useTranslation();
  const { session, problem } = useOpening(id, usePersonId());
  return (
    <div className="journey">
      <BesideTop title={title} back={back} href={`/j/${id}`}>
        {session && (
          <SessionProvider session={session}>
            <JourneyName />
          </SessionProvider>
        )}
      </BesideTop>
      <main className={`journey__main ${className}`}>
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
            <Opened title={title}>{children}</Opened>
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

function Opened({ title, children }: Pick<Props, "title" | "children">) {
  const { t } = useTranslation();
  const isEmpty = useJourney((view) => view.meta.schemaVersion === 0 && view.path.stages.length === 0);
  const name = useJourney((view) => view.meta.title);
  useWantQuotes();
  useForgetErased();
  useEffect(() => {
    document.title = `${title} · ${name || "Polku"}`;
    return () => void (document.title = "Polku");
  }, [title, name]);
  return isEmpty ? <Waiting words={t("ui.opening")} /> : children;
}
