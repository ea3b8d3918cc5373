import type { Role, ServerMessage, WorkshopView } from "@polku/protocol";
import { frameTypes } from "../rooms/frames.ts";
import type { TestBrowser } from "./browser.ts";
import { until } from "./clients.ts";
import { openRawSocket, type RawSocket } from "./rawSocket.ts";
import type { TestServer } from "./testServer.ts";

/** Somebody in a workshop, by whatever reaches them. */
export type WorkshopPerson = {
  ask: TestBrowser["ask"];
  view: () => Promise<WorkshopView>;
  /** Every byte that came over the socket, and every answer, as text. */
  heard: () => string;
  pulses: () => Extract<ServerMessage, { t: "workshop" }>[];
  leave: () => void;
};

/** Somebody in a journey with an open socket, who keeps whatever reaches them. */
export async function openWorkshopPerson(
  on: TestServer,
  journeyId: string,
  role: Role,
): Promise<WorkshopPerson> {
  const token = await on.token(role, journeyId);
  const socket: RawSocket = await openRawSocket(on.socketUrl, "/collab", journeyId, token);
  const chunks: Buffer[] = [];
  socket.ws.on("message", (data: Buffer) => chunks.push(Buffer.from(data)));
  await until("they are in", () => socket.frames.some(({ type }) => type === frameTypes.auth));
  const answers: string[] = [];
  const ask: WorkshopPerson["ask"] = async <Body>(method: string, path: string, body?: unknown) => {
    const answer = await on.ask<Body>(method, `/api/v1/journeys/${journeyId}${path}`, {
      token,
      body,
    });
    answers.push(answer.text);
    return answer;
  };
  return {
    ask,
    view: async () => (await ask<WorkshopView>("GET", "/workshop")).body,
    heard: () => Buffer.concat(chunks).toString("utf8") + answers.join("\n"),
    pulses: () =>
      socket.frames.flatMap(({ type, body }) => {
        if (type !== frameTypes.stateless) return [];
        const text = Buffer.from(body).toString("utf8");
        const message = JSON.parse(text.slice(text.indexOf("{"))) as ServerMessage;
        return message.t === "workshop" ? [message] : [];
      }),
    leave: () => socket.leave(),
  };
}
