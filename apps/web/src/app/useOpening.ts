import { isJourneyId, type Role } from "@polku/protocol";
import { useEffect, useState } from "react";
import { fetchTicket, stateAhead } from "../api/journeys.ts";
import { useMe, type Me } from "../api/people.ts";
import { ApiProblem } from "../api/request.ts";
import { openJourneySession, type JourneySession } from "../session/journeySession.ts";

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

/** What one may do here, and the first ticket for the socket; offline, the role of the last visit and no ticket. */
type Admission = { readonly role: Role; readonly ticket: string | null };

async function askToEnter(id: string): Promise<Admission | Problem> {
  if (!isJourneyId(id)) return { code: "unknown" };
  try {
    const { role, token } = await fetchTicket(id);
    rememberRole(id, role);
    return { role: role as Role, ticket: token };
  } catch (error) {
    if (error instanceof ApiProblem) return { sentence: error.message };
    const role = rememberedRole(id);
    return role ? { role, ticket: null } : { code: "noServer" };
  }
}

const underWay = new Map<string, Promise<Admission | Problem>>();

/** The question for a page that is about to be shown: React may begin a page twice before it shows it once. */
function askOnce(id: string): Promise<Admission | Problem> {
  const known = underWay.get(id);
  if (known !== undefined) return known;
  const asked = askToEnter(id);
  underWay.set(id, asked);
  return asked;
}

/** A ticket opens the door for a minute (ms, with a margin for slow networks). */
const TICKET_LASTS = 40_000;

/** Tickets for the socket: the one that came with the admission first, then a fresh one for every return. */
function ticketsAfter(id: string, { role, ticket }: Admission): () => Promise<{ token: string; role: Role }> {
  let waiting = ticket;
  const stale = Date.now() + TICKET_LASTS;
  return async () => {
    const first = Date.now() < stale ? waiting : null;
    waiting = null;
    if (first !== null) return { token: first, role };
    const next = await fetchTicket(id);
    rememberRole(id, next.role);
    return { token: next.token, role: next.role as Role };
  };
}

/** Asks to enter and opens the session; offline, with the role and the copy of the last visit. */
export function useOpening(id: string, personId: string | undefined): Opening {
  const [opening, setOpening] = useState<Opening>(NOT_YET);
  // Asked at once, beside the question who one is: a person waits for both only as long as for one.
  const [admission] = useState(() => askOnce(id));
  useEffect(() => {
    underWay.delete(id);
    if (personId === undefined) return;
    let session: JourneySession | null = null;
    let closed = false;
    const begin = async (): Promise<void> => {
      const answer = await admission;
      if (closed) return;
      if (!("role" in answer)) {
        setOpening({ session: null, problem: answer });
        return;
      }
      const ticket = ticketsAfter(id, answer);
      session = openJourneySession({
        journeyId: id,
        personId,
        role: answer.role,
        ticket,
        socketUrl: socketUrl(),
        state: stateAhead(id),
      });
      setOpening({ session, problem: null });
    };
    void begin();
    return () => {
      closed = true;
      void session?.close();
    };
  }, [admission, id, personId]);
  return opening;
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

/** Whose local copy is opened: the person signed in, or while the server is away the one of the last visit; undefined while it is asked. */
export function usePersonId(): string | undefined {
  const me = useMe();
  useEffect(() => {
    if (me.data) rememberMe(me.data);
  }, [me.data]);
  return me.isPending ? undefined : ((me.data ?? rememberedMe())?.id ?? "someone");
}
