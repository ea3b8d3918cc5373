import type { Workshop } from "./people.ts";

/** Somebody in a workshop who has no window: what they do goes by the very requests that a window sends. */
export type Bot = {
  readonly write: (stepId: string, text: string) => Promise<void>;
  /** Draws the first moment of the path. */
  readonly draw: (stepId: string, v: number) => Promise<void>;
  /** Gives a dot to the revealed note that begins so. */
  readonly voteFor: (stepId: string, words: string) => Promise<void>;
};

async function oneBot(server: string, journeyId: string, secret: string, name: string): Promise<Bot> {
  const path = `${server}/api/v1/journeys/${journeyId}`;
  let cookie = "";
  const ask = async (method: string, url: string, body?: unknown): Promise<Response> => {
    const answer = await fetch(url, {
      method,
      headers: { origin: server, "content-type": "application/json", ...(cookie && { cookie }) },
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
  return {
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
