import { isJourneyId, type Role } from "@polku/protocol";
import { Library, Share2 } from "lucide-react";
import { lazy, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchTicket } from "../api/journeys.ts";
import { useMe, type Me } from "../api/people.ts";
import { ApiProblem } from "../api/request.ts";
import { MapCanvas } from "../features/canvas/MapCanvas.tsx";
import type { MapParts } from "../features/canvas/slots.ts";
import { openFeedbackOf } from "../features/canvas/useMapKeys.ts";
import { EmotionLane } from "../features/emotion/EmotionLane.tsx";
import { EmotionScale } from "../features/emotion/EmotionScale.tsx";
import { QuoteLane } from "../features/evidence/QuoteLane.tsx";
import { BranchFrame } from "../features/feedback/BranchFrame.tsx";
import { TopBar } from "../features/topbar/TopBar.tsx";
import { TouchpointCard } from "../features/touchpoint/TouchpointCard.tsx";
import { touchpointOf } from "../session/attention.ts";
import { openJourneySession, type JourneySession } from "../session/journeySession.ts";
import {
  SessionProvider,
  useAttention,
  useAttentionStore,
  useConnection,
  useJourney,
  useSession,
} from "../session/SessionContext.tsx";
import { useWantQuotes } from "../session/useGrounding.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { Panel } from "./Panel.tsx";
import { usePageKeys } from "./usePageKeys.ts";
import "./journey.css";

const loadInspector = () => import("../features/touchpoint/Inspector.tsx");
const loadPinned = () => import("../features/evidence/PinnedQuotes.tsx");
const loadLibrary = () => import("../features/library/LibraryPanel.tsx");
const loadShare = () => import("../features/sharing/ShareDialog.tsx");
const loadExport = () => import("../features/export/ExportMenu.tsx");
const loadKeys = () => import("./KeysDialog.tsx");

const Inspector = lazy(async () => ({ default: (await loadInspector()).Inspector }));
const PinnedQuotes = lazy(async () => ({ default: (await loadPinned()).PinnedQuotes }));
const LibraryPanel = lazy(loadLibrary);
const ShareDialog = lazy(loadShare);
const ExportMenu = lazy(loadExport);
const KeysDialog = lazy(loadKeys);

/** The panels come after the map, but before they are needed: the network may be gone by then. */
function fetchPanelsAhead(): void {
  const all = [loadInspector, loadPinned, loadLibrary, loadShare, loadExport, loadKeys];
  // One that cannot be had now is tried again when it is opened.
  void Promise.allSettled(all.map((load) => load()));
}

const PARTS: MapParts = {
  Card: TouchpointCard,
  Curve: EmotionLane,
  Scale: EmotionScale,
  Quotes: QuoteLane,
  BranchFrame,
};

function socketUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/collab`;
}

const ROLE_KEY = (id: string): string => `polku.role.${id}`;

/** The role of the last visit: what one may do while the server cannot be asked. The server checks every change again. */
function rememberedRole(id: string): Role | null {
  try {
    return localStorage.getItem(ROLE_KEY(id)) as Role | null;
  } catch {
    return null;
  }
}

function rememberRole(id: string, role: string): void {
  try {
    localStorage.setItem(ROLE_KEY(id), role);
  } catch {
    // A private window: then one waits for the server.
  }
}

/** Why a journey is not open: the server's own sentence, or a code for ours. */
type Problem = { readonly sentence: string } | { readonly code: "noServer" | "unknown" };
type Opening = { readonly session: JourneySession | null; readonly problem: Problem | null };

const NOT_YET: Opening = { session: null, problem: null };

/** The role: the server's answer, or offline that of the last visit. */
async function askRole(id: string): Promise<Role | Problem> {
  try {
    const { role } = await fetchTicket(id);
    rememberRole(id, role);
    return role as Role;
  } catch (error) {
    if (error instanceof ApiProblem) return { sentence: error.message };
    return rememberedRole(id) ?? { code: "noServer" };
  }
}

/** Asks which role one has and opens the session; offline, with the role and the copy of the last visit. */
function useOpening(id: string, personId: string | undefined): Opening {
  const [opening, setOpening] = useState<Opening>(NOT_YET);
  useEffect(() => {
    if (personId === undefined || !isJourneyId(id)) return;
    let session: JourneySession | null = null;
    let closed = false;
    const begin = async (): Promise<void> => {
      const role = await askRole(id);
      if (closed) return;
      if (typeof role !== "string") {
        setOpening({ session: null, problem: role });
        return;
      }
      const ticket = async (): Promise<string> => (await fetchTicket(id)).token;
      session = openJourneySession({ journeyId: id, personId, role, ticket, socketUrl: socketUrl() });
      setOpening({ session, problem: null });
    };
    void begin();
    return () => {
      closed = true;
      void session?.close();
    };
  }, [id, personId]);
  return isJourneyId(id) ? opening : { session: null, problem: { code: "unknown" } };
}

/** One journey: the map fills the window, panels slide over it. */
export default function JourneyPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const personId = me.isPending ? undefined : ((me.data ?? rememberedMe())?.id ?? "someone");
  const { session, problem } = useOpening(id, personId);
  useEffect(() => {
    if (me.data) rememberMe(me.data);
  }, [me.data]);
  if (problem)
    return (
      <main className="page page--narrow">
        <BrandMark />
        <Notice problem>
          {"sentence" in problem
            ? problem.sentence
            : t(problem.code === "unknown" ? "journey.unknown" : "home.noServer")}
        </Notice>
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

const ME_KEY = "polku.me";

/** Who one was at the last visit, so that the local copy of that person opens while the server is away. */
function rememberedMe(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(ME_KEY) ?? "null") as Me | null;
  } catch {
    return null;
  }
}

function rememberMe(me: Me): void {
  try {
    localStorage.setItem(ME_KEY, JSON.stringify(me));
  } catch {
    // As above.
  }
}

function OpenJourney() {
  const { t } = useTranslation();
  const session = useSession();
  const connection = useConnection();
  const title = useJourney((view) => view.meta.title);
  const isEmpty = useJourney((view) => view.meta.schemaVersion === 0 && view.path.stages.length === 0);
  const touchpoints = useJourney((view) => view.touchpoints);
  useWantQuotes({ touchpoints });
  useEffect(() => {
    if (isEmpty) return;
    const timer = setTimeout(fetchPanelsAhead, 800);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  useEffect(() => {
    document.title = title ? `${title} · Polku` : "Polku";
    return () => void (document.title = "Polku");
  }, [title]);
  const [keys, setKeys] = useState(false);
  const [sharing, setSharing] = useState(false);
  const [library, setLibrary] = useState(false);
  usePageKeys({ help: () => setKeys(true), quotes: () => setLibrary(true) });
  const closeLibrary = useCallback(() => setLibrary(false), []);

  return (
    <div className="journey">
      <TopBar onKeys={() => setKeys(true)}>
        <Button
          look="quiet"
          icon={<Library size={16} />}
          aria-pressed={library}
          onClick={() => setLibrary((open) => !open)}
        >
          {t("library.title")}
        </Button>
        {connection.canEdit && (
          <Button icon={<Share2 size={16} />} onClick={() => setSharing(true)}>
            {t("share.title")}
          </Button>
        )}
        {!isEmpty && (
          <Panel>
            <ExportMenu journeyId={session.journeyId} />
          </Panel>
        )}
      </TopBar>
      <main className="journey__main">
        {connection.state === "refused" && (
          <div className="journey__notice">
            <Notice problem>{t(`refused.${connection.reason}`)}</Notice>
          </div>
        )}
        {library && (
          <Panel>
            <LibraryPanel journeyId={session.journeyId} onClose={closeLibrary} />
          </Panel>
        )}
        {isEmpty ? <Waiting words={t("ui.opening")} /> : <MapCanvas parts={PARTS} />}
        <Side />
      </main>
      <Panel>
        {sharing && <ShareDialog journeyId={session.journeyId} onClose={() => setSharing(false)} />}
        {keys && <KeysDialog onClose={() => setKeys(false)} />}
      </Panel>
    </div>
  );
}

/** What is known of the selected touchpoint. */
function Side() {
  const session = useSession();
  const attention = useAttentionStore();
  const touchpointId = useAttention(({ selected }) => touchpointOf(selected));
  if (!touchpointId) return null;
  return (
    <Panel key={touchpointId}>
      <Inspector
        touchpointId={touchpointId}
        onFeedback={(id) => openFeedbackOf(session, id)}
        onClose={() => attention.select(null)}
      >
        <PinnedQuotes touchpointId={touchpointId} />
      </Inspector>
    </Panel>
  );
}
