import type { Connection, Document } from "@hocuspocus/server";
import type { Role } from "@polku/protocol";
import type { Actor } from "../policies/actor.ts";
import type { Pace } from "./pace.ts";

/** What sign-in found out about a connection; Hocuspocus carries it as the connection's context. */
export type Admission = {
  actor: Actor;
  role: Role;
  /** When they were let in, by the count of `watchRights`. */
  epoch: number;
  /** Asks again who this is and what they may, from the stores. */
  again: () => Promise<Actor | undefined>;
};

/** One person's place in one room: the rights in here are read on every message, so changing them works at once. */
export type Seat = Admission & {
  address: string;
  journeyId: string;
  documentName: string;
  connection: Connection;
  document: Document;
  /** The Yjs client id that this window writes and shows itself with, once it has shown itself. */
  clientId: number | undefined;
  /** Nothing more is taken from an ended seat. */
  ended: boolean;
  presencePace: Pace;
  handshakePace: Pace;
};
