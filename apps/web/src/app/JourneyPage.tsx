import { ChartNoAxesColumn, History, Library, Share2 } from "lucide-react";
import { lazy, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { MapCanvas } from "../features/canvas/MapCanvas.tsx";
import { KeptCopy } from "../features/keeping/KeptCopy.tsx";
import { LostEdits } from "../features/keeping/LostEdits.tsx";
import { Refused } from "../features/keeping/Refused.tsx";
import { useLeaveWarning } from "../features/keeping/useLeaveWarning.ts";
import { show } from "../features/library/libraryView.ts";
import { TopBar } from "../features/topbar/TopBar.tsx";
import {
  SessionProvider,
  useConnection,
  useJourney,
  useListening,
  useSession,
} from "../session/SessionContext.tsx";
import { useAlone } from "../session/alone.ts";
import { useUnheard } from "../session/unheard.ts";
import { useWantQuotes } from "../session/useGrounding.ts";
import { Button } from "../ui/Button.tsx";
import { endFirstLook } from "../ui/firstLook.ts";
import { Notice } from "../ui/Notice.tsx";
import { patiently } from "../ui/patiently.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { AloneTrail } from "./AloneTrail.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { InTheRoom } from "./InTheRoom.tsx";
import { LanesPlace } from "./LanesPlace.tsx";
import { MAP_PARTS } from "./mapParts.tsx";
import { loadOutline, OutlinePlace } from "./OutlinePlace.tsx";
import { Panel } from "./Panel.tsx";
import { PersonasPlace, WhoseAndPromised } from "./Personas.tsx";
import { usePresenting } from "./presenting.ts";
import { Side, SIDE_PARTS } from "./Side.tsx";
import { ShapeSwitch } from "./ShapeSwitch.tsx";
import { useForgetErased } from "./useForgetErased.ts";
import { useSuggestions } from "./useSuggestions.ts";
import { useMapOrOutline } from "./useMapOrOutline.ts";
import { useOpening, usePersonId } from "./useOpening.ts";
import { usePageKeys } from "./usePageKeys.ts";
import { ViewsPlace } from "./ViewsPlace.tsx";
import "./journey.css";

const loadLibrary = () => import("../features/library/LibraryPanel.tsx");
const loadShare = () => import("../features/sharing/ShareDialog.tsx");
const loadExport = () => import("../features/export/ExportMenu.tsx");
const loadPrivacy = () => import("../features/privacy/PrivacyDialog.tsx");
const loadComments = () => import("../features/comments/CommentsPanel.tsx");
const loadCommentsButton = () => import("../features/comments/CommentsButton.tsx");
const loadWorkshop = () => import("../features/workshop/WorkshopDock.tsx");
const loadWorkshopButton = () => import("../features/workshop/WorkshopButton.tsx");
const loadListening = () => import("../features/listening/ListeningBar.tsx");
const loadWalk = () => import("../features/walk/WalkPlace.tsx");
const loadStates = () => import("../features/states/StatesMark.tsx");
const loadLevels = () => import("../features/levels/LevelsTrail.tsx");
const loadSettings = () => import("./SettingsPlace.tsx");
const loadHands = () => import("./MapHands.tsx");
const loadKeys = () => import("./KeysDialog.tsx");

const LibraryPanel = lazy(() => patiently(loadLibrary));
const ShareDialog = lazy(() => patiently(loadShare));
const ExportMenu = lazy(() => patiently(loadExport));
const PrivacyDialog = lazy(() => patiently(loadPrivacy));
const CommentsPanel = lazy(() => patiently(loadComments));
const CommentsButton = lazy(() => patiently(loadCommentsButton));
const WorkshopDock = lazy(() => patiently(loadWorkshop));
const WorkshopButton = lazy(() => patiently(loadWorkshopButton));
const ListeningBar = lazy(async () => ({ default: (await patiently(loadListening)).ListeningBar }));
const WalkPlace = lazy(() => patiently(loadWalk));
const StatesMark = lazy(() => patiently(loadStates));
const LevelsTrail = lazy(() => patiently(loadLevels));
const SettingsPlace = lazy(() => patiently(loadSettings));
const MapHands = lazy(() => patiently(loadHands));
const KeysDialog = lazy(() => patiently(loadKeys));

/** The panels come after the map, but before they are needed: the network may be gone by then. */
function fetchPanelsAhead(): void {
  const all = [...SIDE_PARTS, loadLibrary, loadShare, loadExport, loadKeys, loadComments, loadOutline];
  // One that cannot be had now is tried again when it is opened.
  void Promise.allSettled(all.map((load) => load()));
}

/** One journey: the map fills the window, panels slide over it. */
export default function JourneyPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const personId = usePersonId();
  const { session, problem } = useOpening(id, personId);
  useEffect(() => {
    if (problem) endFirstLook();
    return endFirstLook;
  }, [problem]);
  if (problem)
    return (
      <main className="page page--narrow">
        <BrandMark />
        <Notice problem>
          {"sentence" in problem
            ? problem.sentence
            : t(problem.code === "unknown" ? "journey.unknown" : "home.noServer")}
        </Notice>
        {personId !== undefined && <KeptCopy journeyId={id} personId={personId} />}
        <a className="button" href="/">
          {t("notFound.home")}
        </a>
      </main>
    );
  if (!session) return <Waiting words={t("ui.opening")} />;
  return (
    <SessionProvider session={session}>
      <OpenJourney />
    </SessionProvider>
  );
}

function OpenJourney() {
  const { t } = useTranslation();
  const session = useSession();
  const connection = useConnection();
  const title = useJourney((view) => view.meta.title);
  const isHearing = useListening() !== null;
  const isEmpty = useJourney((view) => view.meta.schemaVersion === 0 && view.path.stages.length === 0);
  useWantQuotes();
  useForgetErased();
  useSuggestions();
  useLeaveWarning();
  useEffect(() => {
    if (isEmpty) return;
    const timer = setTimeout(fetchPanelsAhead, 800);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  useEffect(() => {
    document.title = title ? `${title} · Polku` : "Polku";
    return () => void (document.title = "Polku");
  }, [title]);
  const [shape, choose] = useMapOrOutline();
  useEffect(() => {
    if (shape !== "map") endFirstLook();
  }, [shape]);
  const presenting = usePresenting();
  const alone = useAlone();
  const unheard = useUnheard();
  const [keys, setKeys] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [library, setLibrary] = useState(() => new URLSearchParams(location.search).has("library"));
  const [privacy, setPrivacy] = useState<{ readonly person?: string } | null>(null);
  // Both lie at the left edge: one of them at a time.
  const [comments, setComments] = useState(false);
  const showLibrary = (open: boolean): void => {
    setLibrary(open);
    if (open) setComments(false);
  };
  const showComments = (open: boolean): void => {
    setComments(open);
    if (open) setLibrary(false);
  };
  usePageKeys({
    help: () => setKeys(true),
    quotes: () => showLibrary(true),
    comments: () => showComments(true),
  });
  const closeLibrary = useCallback(() => setLibrary(false), []);

  return (
    <div className="journey" data-presenting={presenting || undefined} data-unheard={unheard || undefined}>
      <TopBar
        settings={
          !isEmpty && (
            <Panel unasked>
              <SettingsPlace onKeys={() => setKeys(true)} />
            </Panel>
          )
        }
      >
        <ShapeSwitch shape={shape} onChoose={choose} />
        <Button
          look="quiet"
          icon={<Library size={16} />}
          title={t("library.title")}
          aria-pressed={library}
          onClick={() => showLibrary(!library)}
        >
          {t("library.title")}
        </Button>
        <Link
          className="button button--quiet button--icon"
          href={`/j/${session.journeyId}/health`}
          aria-label={t("health.open")}
          title={t("health.open")}
        >
          <ChartNoAxesColumn size={18} />
        </Link>
        {!isEmpty && <InTheRoom />}
        {!isEmpty && <WhoseAndPromised />}
        {!isEmpty && (
          <Panel unasked>
            <CommentsButton
              journeyId={session.journeyId}
              isOpen={comments}
              onPress={() => showComments(!comments)}
            />
          </Panel>
        )}
        {connection.canEdit && (
          <Link
            className="button button--quiet button--icon"
            href={`/j/${session.journeyId}/history`}
            aria-label={t("history.open")}
            title={t("history.open")}
          >
            <History size={18} />
          </Link>
        )}
        {!isEmpty && (
          <Panel unasked>
            <WorkshopButton journeyId={session.journeyId} />
          </Panel>
        )}
        {connection.canShare && (
          <Button icon={<Share2 size={16} />} title={t("share.title")} onClick={() => setSharing(true)}>
            {t("share.title")}
          </Button>
        )}
        {!isEmpty && (
          <Panel unasked>
            <ExportMenu journeyId={session.journeyId} />
          </Panel>
        )}
      </TopBar>
      <main className="journey__main">
        <div className="journey__notice">
          <Refused />
          <LostEdits />
        </div>
        {library && (
          <Panel>
            <LibraryPanel
              journeyId={session.journeyId}
              onClose={closeLibrary}
              onPrivacy={(person) => setPrivacy(person === undefined ? {} : { person })}
            />
          </Panel>
        )}
        <PersonasPlace />
        <LanesPlace />
        <ViewsPlace />
        {!isEmpty && shape === "map" && <AloneTrail />}
        {comments && (
          <Panel>
            <CommentsPanel journeyId={session.journeyId} onClose={() => setComments(false)} />
          </Panel>
        )}
        {isEmpty ? (
          <Waiting words={t("ui.opening")} />
        ) : shape === "map" ? (
          <MapCanvas parts={MAP_PARTS} />
        ) : (
          <OutlinePlace />
        )}
        <Side
          onAttach={() => {
            show({ tab: "quotes", reading: null });
            showLibrary(true);
          }}
        />
        {!isEmpty && shape === "map" && alone === undefined && (
          <Panel unasked>
            <StatesMark journeyId={session.journeyId} />
          </Panel>
        )}
        {!isEmpty && shape === "map" && (
          <Panel unasked>
            <LevelsTrail />
          </Panel>
        )}
        {!isEmpty && (
          <Panel unasked>
            <WalkPlace />
          </Panel>
        )}
        {isHearing && (
          <Panel unasked>
            <ListeningBar />
          </Panel>
        )}
        {!isEmpty && (
          <Panel unasked>
            <WorkshopDock journeyId={session.journeyId} />
          </Panel>
        )}
      </main>
      {!isEmpty && (
        <Panel unasked>
          <MapHands onKeys={() => setKeys(true)} />
        </Panel>
      )}
      <Panel>
        {sharing && <ShareDialog journeyId={session.journeyId} onClose={() => setSharing(false)} />}
        {privacy && <PrivacyDialog {...privacy} onClose={() => setPrivacy(null)} />}
        {keys && <KeysDialog onClose={() => setKeys(false)} />}
      </Panel>
    </div>
  );
}
