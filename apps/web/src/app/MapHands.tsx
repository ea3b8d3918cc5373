import { lazy, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { openFeedbackOf } from "../features/canvas/useMapKeys.ts";
import { ClipboardHand } from "../features/clipboard/ClipboardHand.tsx";
import FindPanel from "../features/find/FindPanel.tsx";
import { duplicateTouchpoints } from "../features/palette/deeds.ts";
import { handful, idsOf } from "../session/handful.ts";
import { useSession } from "../session/SessionContext.tsx";
import { thingAt } from "../session/thingAt.ts";
import { setWalking } from "../session/walking.ts";
import { takeTool } from "../features/shapes/shapeTool.ts";
import { patiently } from "../ui/patiently.ts";
import { watchLongPress } from "../ui/longPress.ts";
import { tell } from "../ui/Toasts.tsx";
import { openLanes } from "./LanesPlace.tsx";
import { Panel } from "./Panel.tsx";
import { PrintSheet } from "./PrintSheet.tsx";
import { openViews } from "./ViewsPlace.tsx";
import { useBelow } from "./useBelow.ts";
import { useStatesDeeds } from "./useStatesDeeds.ts";
import { setPresenting, usePresenting } from "./presenting.ts";

const loadPalette = () => import("../features/palette/Palette.tsx");
const Palette = lazy(() => patiently(loadPalette));
const Trash = lazy(() => patiently(() => import("../features/trash/Trash.tsx")));

const REASONS = ["locked", "too_long", "too_deep", "journey_full", "not_found"] as const;

/** What hands can do beside pointing and typing: the list of commands (Ctrl K), the menu of a thing, the trash, the clipboard. */
export default function MapHands({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const [, go] = useLocation();
  const [shown, show] = useState<"palette" | "menu" | "trash" | null>(null);
  const [finding, setFinding] = useState(false);
  const states = useStatesDeeds();
  const below = useBelow();
  const page = useMemo(
    () => ({
      openFeedback: (id: string) => openFeedbackOf(session, id),
      trash: () => show("trash"),
      tool: takeTool,
      lanes: openLanes,
      views: openViews,
      find: () => setFinding(true),
      present: () => setPresenting(true),
      walk: () => setWalking(true),
      summary: () => go(`/j/${session.journeyId}/summary`),
      below,
      makeFuture: states.make,
      sideBySide: states.pairs,
      keys: onKeys,
    }),
    [session, onKeys, go, states, below],
  );
  useEffect(
    () =>
      session.onRefused(({ code, allowed }) => {
        const reason = REASONS.find((one) => one === code) ?? "other";
        tell(t(`hands.refused.${reason}`, { limit: allowed?.[0] ?? "" }), "problem");
      }),
    [session, t],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const withCtrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isOver = event.target instanceof Element && event.target.closest("[role=dialog]") !== null;
      if (withCtrl && event.key.toLowerCase() === "k" && !isOver) {
        event.preventDefault();
        show("palette");
      }
      if (withCtrl && event.key.toLowerCase() === "f" && !isOver) {
        event.preventDefault();
        setFinding(true);
      }
      const isText =
        event.target instanceof Element && event.target.closest("textarea, input, select") !== null;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (event.key === "p" && isPlain && !isOver && !isText) setPresenting(!usePresenting.getState());
      else if (event.key === "w" && isPlain && !isOver && !isText) setWalking(true);
      else if (event.key === "Escape" && usePresenting.getState()) setPresenting(false);
      const duplicates = withCtrl && event.key.toLowerCase() === "d" && !isOver && !isText;
      const inHand = duplicates ? idsOf(handful(session), "touchpoint") : [];
      if (inHand.length > 0 && session.connection().canEdit) {
        event.preventDefault();
        duplicateTouchpoints(session, inHand);
      }
    };
    const menu = (event: MouseEvent): void => {
      const thing = session.connection().canEdit ? thingAt(session, event.target) : null;
      if (!thing) return;
      event.preventDefault();
      session.attention.select(thing);
      show("menu");
    };
    const longPress = watchLongPress((target) => {
      const thing = session.connection().canEdit ? thingAt(session, target) : null;
      if (!thing) return;
      session.attention.select(thing);
      show("menu");
    });
    addEventListener("keydown", press);
    addEventListener("contextmenu", menu);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("contextmenu", menu);
      longPress.stop();
    };
  }, [session]);
  // Who presses Ctrl K types on at once: the list must be there, or the letters would be commands of the map.
  // If it cannot be had now, it is tried again when it is opened.
  useEffect(() => void loadPalette().catch(() => undefined), []);
  // They come after the map: whoever drives the page by a program waits for this.
  useEffect(() => {
    document.documentElement.dataset.hands = "here";
    return () => void delete document.documentElement.dataset.hands;
  }, []);
  const close = (): void => show(null);
  return (
    <>
      <ClipboardHand />
      <PrintSheet />
      {finding && <FindPanel onClose={() => setFinding(false)} />}
      <Panel>
        {(shown === "palette" || shown === "menu") && (
          <Palette page={page} thingOnly={shown === "menu"} onClose={close} />
        )}
        {shown === "trash" && <Trash onClose={close} />}
      </Panel>
    </>
  );
}
