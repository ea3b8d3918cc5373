import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const types = { sync: 0, awareness: 1, auth: 2, syncReply: 4, stateless: 5, syncStatus: 8 };

/** What reaches somebody, as it comes. Times are those of `performance.now()` here: all people of a bench share one clock. */
export type Heard = {
  /** A change of another arrived and is in the document. */
  readonly edit: (key: string) => void;
  /** The presence of another arrived. */
  readonly presence: (state: Record<string, unknown>) => void;
  /** A JSON message of the server. */
  readonly message: (message: Record<string, unknown>) => void;
};

/** Somebody who came in by a link and has a socket, as a window has. */
export type WorkshopPerson = {
  readonly name: string;
  readonly doc: Y.Doc;
  /** Writes a key of the free canvas; it goes out at once. */
  set(key: string, value: unknown): void;
  /** Tells the others a state of presence. */
  tell(state: object): void;
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** How many of their own changes the server has not yet acknowledged. */
  unsaved(): number;
  leave(): void;
};

/**
 * Comes in and stays. With `reads: false` frames are counted and not applied, as a bench cannot draw a hundred windows; the server's work
 * is the same.
 */
export async function comeIn(
  server: string,
  journeyId: string,
  secret: string,
  name: string,
  heard: Partial<Heard> & { readonly reads: boolean },
): Promise<WorkshopPerson> {
  let cookie = "";
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(server + path, {
      method,
      headers: {
        origin: server,
        ...(cookie && { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const joined = await ask("POST", "/api/v1/join", { secret, name });
  if (!joined.ok) throw new Error(`${name} did not come in: ${joined.status} ${await joined.text()}`);
  cookie = joined.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { token } = (await (await ask("POST", `/api/v1/journeys/${journeyId}/ticket`)).json()) as {
    token: string;
  };

  const doc = new Y.Doc();
  const room = `journey/${journeyId}`;
  const socket = new WebSocket(`${server.replace("http", "ws")}/collab`);
  socket.binaryType = "arraybuffer";
  let unsaved = 0;
  let clock = 0;
  const send = (type: number, write: (encoder: encoding.Encoder) => void): void =>
    socket.send(
      new Uint8Array(
        encoding.encode((encoder) => {
          encoding.writeVarString(encoder, room);
          encoding.writeVarUint(encoder, type);
          write(encoder);
        }),
      ),
    );
  const sync = (step: number, payload: Uint8Array): void =>
    send(types.sync, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, payload);
    });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return;
    unsaved += 1;
    sync(2, update);
  });
  doc.getMap("shapes").observe(({ keysChanged, transaction }) => {
    if (transaction.origin === "server") for (const key of keysChanged) heard.edit?.(String(key));
  });

  function hearPresence(decoder: decoding.Decoder): void {
    const update = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    for (let left = decoding.readVarUint(update); left > 0; left -= 1) {
      const client = decoding.readVarUint(update);
      decoding.readVarUint(update);
      const state = JSON.parse(decoding.readVarString(update)) as Record<string, unknown> | null;
      if (state !== null && client !== doc.clientID) heard.presence?.(state);
    }
  }

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => {
      send(types.auth, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, token);
      });
      sync(0, Y.encodeStateVector(doc));
    });
    socket.addEventListener("close", ({ code, reason }) => reject(new Error(`${name}: ${code} ${reason}`)));
    socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === types.syncStatus) unsaved -= 1;
      if (type === types.stateless)
        heard.message?.(JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>);
      if (type === types.awareness && heard.reads) hearPresence(decoder);
      if (type !== types.sync && type !== types.syncReply) return;
      const step = decoding.readVarUint(decoder);
      if (step !== 0 && heard.reads) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), "server");
      if (step === 1) resolve();
    });
  });

  return {
    name,
    doc,
    set: (key, value) => void doc.getMap("shapes").set(key, value),
    tell: (state) => {
      clock += 1;
      const update = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint(encoder, doc.clientID);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, JSON.stringify(state));
      });
      send(types.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
    },
    ask,
    unsaved: () => unsaved,
    leave: () => socket.close(),
  };
}
