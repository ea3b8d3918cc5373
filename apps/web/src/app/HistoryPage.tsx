import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { NOW, useJourneyAt, useVersions } from "../api/versions.ts";
import { MapCanvas } from "../features/canvas/MapCanvas.tsx";
import { sayMoment } from "../features/history/moments.ts";
import { VersionList } from "../features/history/VersionList.tsx";
import type { JourneySession } from "../session/journeySession.ts";
import { openPastSession } from "../session/pastSession.ts";
import { SessionProvider, useJourney } from "../session/SessionContext.tsx";
import { useWantQuotes } from "../session/useGrounding.ts";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BesideTop } from "./BesideTop.tsx";
import { MAP_PARTS } from "./mapParts.tsx";

/** The past of one journey: its versions on one side, the map as it was on the other. */
export default function HistoryPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get("version") ?? NOW);
  const journey = `/j/${id}`;
  return (
    <div className="journey">
      <BesideTop title={t("history.title")} back={t("history.back")} href={journey} />
      <main className="journey__main history">
        <div className="history__side">
          <VersionList journeyId={id} chosen={chosen} onChoose={setChosen} onRestored={() => go(journey)} />
        </div>
        <MapOf key={chosen} journeyId={id} moment={chosen} />
      </main>
    </div>
  );
}

function MapOf({ journeyId, moment }: { readonly journeyId: string; readonly moment: string }) {
  const { t, i18n } = useTranslation();
  const file = useJourneyAt(journeyId, moment);
  const version = useVersions(journeyId).data?.items.find(({ id }) => id === moment);
  const session = usePast(journeyId, file.data);
  const when = version ? sayMoment(i18n.language, version.at) : t("history.now");
  return (
    <div className="history__map" role="region" aria-label={t("history.map", { when })}>
      {file.isError && (
        <div className="journey__notice">
          <Notice problem>{file.error.message}</Notice>
        </div>
      )}
      {session === null && (
        <div className="journey__notice">
          <Notice problem>{t("history.cannotRead")}</Notice>
        </div>
      )}
      {file.isPending && <Waiting words={t("ui.opening")} />}
      {session && (
        <SessionProvider session={session}>
          <PastMap />
        </SessionProvider>
      )}
    </div>
  );
}

/** The session of a past state; undefined until it is there, null when it cannot be read. */
function usePast(journeyId: string, file: unknown): JourneySession | null | undefined {
  const [session, setSession] = useState<JourneySession | null>();
  useEffect(() => {
    if (file === undefined) return;
    let opened: JourneySession | null = null;
    // The list answers the click before a large map is read.
    const timer = setTimeout(() => {
      opened = openPastSession(journeyId, file);
      setSession(opened);
    });
    return () => {
      clearTimeout(timer);
      void opened?.close();
    };
  }, [file, journeyId]);
  return session;
}

function PastMap() {
  useWantQuotes();
  const isEmpty = useJourney((view) => view.path.stages.length === 0);
  return isEmpty ? null : <MapCanvas parts={MAP_PARTS} />;
}
