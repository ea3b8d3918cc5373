import { useStore } from "zustand";
import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";
import type { Args, Command, Fields, JourneyView, Result, Touched } from "@polku/journey";
import type { Quote } from "../api/quotes.ts";
import type { Attention, AttentionStore } from "./attention.ts";
import type { Listening } from "@polku/protocol";
import type { Connection, JourneySession } from "./journeySession.ts";
import type { OtherPerson } from "./presence.ts";

const SessionContext = createContext<JourneySession | null>(null);

export function SessionProvider({ session, children }: { session: JourneySession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The open journey's session. */
export function useSession(): JourneySession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession stands outside an open journey");
  return session;
}

/** A part of the view; the component wakes only when that part is another object. Selectors pick, they do not make. */
export function useJourney<T>(selector: (view: JourneyView) => T): T {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => selector(session.view()));
}

/** Carries out commands as this person. */
export function useCommand(): <F extends Fields>(command: Command<F>, args: Args<F>) => Result<Touched> {
  return useSession().run;
}

export function useConnection(): Connection {
  const session = useSession();
  return useSyncExternalStore(session.subscribeConnection, session.connection);
}

/** Whether this person may change the map in this window. */
export function useCanEdit(): boolean {
  return useConnection().canEdit;
}

export function useOthers(): readonly OtherPerson[] {
  const { presence } = useSession();
  return useSyncExternalStore(presence.subscribe, presence.others);
}

/** A part of what this person attends to. */
export function useAttention<T>(selector: (attention: Attention) => T): T {
  return useStore(useSession().attention, selector);
}

export function useAttentionStore(): AttentionStore {
  return useSession().attention;
}

/** The quotes known so far; another map whenever something changed. */
export function useQuotes(): ReadonlyMap<string, Quote> {
  const { quotes } = useSession();
  return useSyncExternalStore(quotes.subscribe, quotes.quotes);
}

/** What the room hears together now. */
export function useListening(): Listening | null {
  const { listening } = useSession();
  return useSyncExternalStore(listening.subscribe, listening.state);
}
