import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { Sight } from "@polku/protocol";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useBrought } from "../../session/broughtPlace.ts";
import type { OtherPerson } from "../../session/presence.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { useCameraMoves, type Camera } from "./useCameraMoves.ts";

type Size = { readonly width: number; readonly height: number };

/** What a camera shows in a window of this size. */
export function sightOf([x, y, zoom]: Camera, { width, height }: Size): Sight {
  return {
    x: Math.round((width / 2 - x) / zoom),
    y: Math.round((height / 2 - y) / zoom),
    width: Math.round(width / zoom),
  };
}

/** The camera that shows as much of the map as somebody else sees, around the same middle; their window may be wider or narrower. */
export function cameraOf(sight: Sight, { width, height }: Size): { x: number; y: number; zoom: number } {
  const zoom = width / sight.width;
  return { x: width / 2 - sight.x * zoom, y: height / 2 - sight.y * zoom, zoom };
}

/**
 * Tells where this window looks, and takes it along with whom it follows, and to where it is brought. One's own pan or zoom ends the
 * following: `byHand` is called when the camera was moved by a hand, not by us.
 */
export function useFollow(): {
  readonly followed: OtherPerson | null;
  readonly byHand: () => void;
  /** Whoever leads holds the map where it is. */
  readonly isHeld: boolean;
} {
  const { presence } = useSession();
  const flow = useReactFlow();
  const store = useStoreApi();
  const followed = useSyncExternalStore(presence.subscribe, presence.followed);
  const tell = useCallback(
    (camera: Camera): void => {
      const size = store.getState();
      if (size.width > 0) presence.look(sightOf(camera, size));
    },
    [presence, store],
  );
  useCameraMoves(tell);
  const last = useRef("");
  const sight = followed?.sight;
  useEffect(() => {
    const key = sight ? `${sight.x} ${sight.y} ${sight.width}` : "";
    if (!sight || key === last.current) return;
    last.current = key;
    void flow.setViewport(cameraOf(sight, store.getState()), { duration: 120 });
  }, [sight, flow, store]);
  const brought = useBrought();
  const broughtAt = useRef(0);
  useEffect(() => {
    if (!brought || brought.at === broughtAt.current) return;
    const go = (): boolean => {
      const size = store.getState();
      if (size.width === 0) return false;
      broughtAt.current = brought.at;
      void flow.setViewport(cameraOf(brought, size), { duration: 180 });
      return true;
    };
    if (go()) return;
    return store.subscribe(() => brought.at === broughtAt.current || go());
  }, [brought, flow, store]);
  const byHand = useCallback(() => presence.follow(null), [presence]);
  return { followed, byHand, isHeld: brought?.hold ?? false };
}
