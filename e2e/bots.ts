import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { documentOf, readPresence, type Presence, type Reaction } from "@polku/protocol";
import * as Y from "yjs";
import type { Workshop } from "./people.ts";

/** Somebody in a workshop who has no window: what they do goes by the very requests and over the very socket that a window uses. */
export type Bot = {
  readonly name: string;
  /** Their replica of the journey. */
  readonly doc: Y.Doc;
  readonly write: (stepId: string, text: string) => Promise<void>;
  /** Draws the first moment of the path. */
  readonly draw: (stepId: string, v: number) => Promise<void>;
  /** Gives a dot to the revealed note that begins so. */
  readonly voteFor: (stepId: string, words: string) => Promise<void>;
  readonly pointAt: (x: number, y: number) => void;
  readonly react: (emoji: Reaction) => void;
  /** Goes along with somebody by their name, who must be here. */
  readonly follow: (name: string) => void;
  /** What the one whom they follow looks at; `undefined` before that was told. */
  readonly sees: () => Presence["sight"] | undefined;
  /** The names of everybody else who is here. */
  readonly others: () => string[];
  readonly leave: () => void;
};

type Ask = (method: string, url: string, body?: unknown) => Promise<Response>;

/** Comes in by the link and resolves when the whole journey is here. */
async function takeSeat(server: string, journeyId: string, ask: Ask) {
  const ticket = await ask("POST", `${server}/api/v1/journeys/${journeyId}/ticket`);
  const { token } = (await ticket.json()) as { token: string };
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({ url: `${server.replace("http", "ws")}/collab` });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentOf(journeyId),
    document: doc,
    token,
  });
  const whole = new Promise<void>((resolve, reject) => {
    provider.on("synced", () => resolve());
    provider.on("authenticationFailed", ({ reason }: { reason: string }) => reject(new Error(reason)));
  });
  provider.attach();
  await whole;
  if (provider.awareness === null) throw new Error("A provider without presence");
  const leave = (): void => {
    provider.destroy();
    socket.destroy();
  };
  return { doc, awareness: provider.awareness, leave };
}

async function oneBot(server: string, journeyId: string, secret: string, name: string): Promise<Bot> {
  const path = `${server}/api/v1/journeys/${journeyId}`;
  let cookie = "";
  const ask: Ask = async (method, url, body) => {
    const answer = await fetch(url, {
      method,
      headers: {
        origin: server,
        ...(cookie && { cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const joined = await ask("POST", `${server}/api/v1/join`, { secret, name });
  cookie = joined.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { doc, awareness, leave } = await takeSeat(server, journeyId, ask);
  const present = (): [number, Presence][] =>
    [...awareness.getStates()].flatMap(([client, state]): [number, Presence][] => {
      const presence = client === doc.clientID ? null : readPresence(state);
      return presence === null ? [] : [[client, presence]];
    });
  let reactions = 0;
  let followed: number | undefined;
  return {
    name,
    doc,
    write: async (stepId, text) =>
      void (await ask("POST", `${path}/workshop/drafts`, { id: crypto.randomUUID(), stepId, text })),
    draw: async (stepId, v) => {
      const { journey } = (await (await ask("GET", path)).json()) as {
        journey: { touchpoints: { id: string }[] | Record<string, unknown> };
      };
      const all = journey.touchpoints;
      const first = Array.isArray(all) ? all[0]?.id : Object.keys(all)[0];
      await ask("POST", `${path}/workshop/curve`, { stepId, points: [{ touchpointId: first, v }] });
    },
    voteFor: async (stepId, words) => {
      const { workshop } = (await (await ask("GET", `${path}/workshop`)).json()) as {
        workshop: { notes: { id: string; text: string }[] };
      };
      const note = workshop.notes.find(({ text }) => text.startsWith(words));
      await ask("POST", `${path}/workshop/votes`, { stepId, thing: `note:${note?.id}`, dots: 1 });
    },
    pointAt: (x, y) => awareness.setLocalStateField("cursor", { x, y }),
    react: (emoji) => {
      reactions += 1;
      awareness.setLocalStateField("reaction", { emoji, n: reactions });
    },
    follow: (whom) => {
      followed = present().find(([, { user }]) => user.name === whom)?.[0];
      if (followed === undefined) throw new Error(`${name} sees no ${whom}`);
      awareness.setLocalStateField("follows", followed);
    },
    sees: () => present().find(([client]) => client === followed)?.[1].sight ?? undefined,
    others: () => present().map(([, { user }]) => user.name),
    leave,
  };
}

/** So many participants who come in by one link. */
export async function bots(workshop: Workshop, journeyId: string, count: number): Promise<Bot[]> {
  const { url } = workshop.server;
  const made = await workshop.api.post(`${url}/api/v1/journeys/${journeyId}/links`, {
    data: { role: "participant" },
  });
  const secret = ((await made.json()) as { url: string }).url.split("#")[1] ?? "";
  return Promise.all(Array.from({ length: count }, (_, n) => oneBot(url, journeyId, secret, `Botti ${n}`)));
}
