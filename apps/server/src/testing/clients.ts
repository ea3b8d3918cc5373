import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { documentOf } from "@polku/protocol";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** Resolves when `holds` is true, looked at after every event that `listen` names; a test that waits in vain times out by itself. */
export async function until(what: string, holds: () => boolean, timeoutMs = 40_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export type Client = {
  doc: Y.Doc;
  provider: HocuspocusProvider;
  socket: HocuspocusProviderWebsocket;
  /** Asks the barrier and resolves when everything sent so far is on disk. */
  saved(): Promise<void>;
  leave(): void;
};

/** Joins a journey as our own web client does: @hocuspocus/provider on `/collab`. */
export function joinByHocuspocus(socketUrl: string, journeyId: string, token: string): Client {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({
    url: `${socketUrl}/collab`,
    WebSocketPolyfill: WebSocket,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentOf(journeyId),
    document: doc,
    token,
  });
  provider.attach();
  let asked = 0;
  return {
    doc,
    provider,
    socket,
    saved: () => {
      asked += 1;
      const mine = asked;
      return new Promise((resolve) => {
        const hear = ({ payload }: { payload: string }) => {
          const message = JSON.parse(payload) as { t: string; v: number };
          if (message.t !== "saved" || message.v !== mine) return;
          provider.off("stateless", hear);
          resolve();
        };
        provider.on("stateless", hear);
        provider.sendStateless(JSON.stringify({ t: "save?", v: mine, s: "test" }));
      });
    },
    leave: () => {
      provider.destroy();
      socket.destroy();
      doc.destroy();
    },
  };
}

/** Joins a journey as any Yjs client does: y-websocket on `/yjs/journey/{id}`. */
export function joinByYWebsocket(socketUrl: string, journeyId: string, token: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${socketUrl}/yjs/journey`, journeyId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  return {
    doc,
    provider,
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}
