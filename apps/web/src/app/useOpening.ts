import { isJourneyId, type Role } from "@polku/protocol";
import { useEffect, useState } from "react";
import { fetchTicket } from "../api/journeys.ts";
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
export function useOpening(id: string, personId: string | undefined): Opening {
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
