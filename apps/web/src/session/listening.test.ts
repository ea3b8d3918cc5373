import type { ListeningQuestion } from "@polku/protocol";
import { expect, test } from "vitest";
import { createListening } from "./listening.ts";

function room() {
  const said: ListeningQuestion[] = [];
  let now = 1_000;
  const listening = createListening({ say: (question) => void said.push(question), now: () => now });
  /** The server's clock is 5,000 ahead; a question takes `there` and its answer `back`, in ms. */
  const answer = (there: number, back: number): void => {
    const asked = said.findLast((one) => one.t === "clock?");
    if (asked?.t !== "clock?") throw new Error("nothing was asked");
    const server = now + there + 5_000;
    now += there + back;
    listening.told({ t: "clock", c: asked.c, now: server });
  };
  return { listening, said, answer, now: () => now };
}

test("the server's clock is told by the answer that was quickest on its way", () => {
  const { listening, said, answer, now } = room();
  listening.synced();
  answer(300, 20);
  answer(10, 12);
  answer(20, 500);
  answer(200, 200);
  answer(90, 40);
  expect(said.filter(({ t }) => t === "clock?").length).toBe(5);
  expect(Math.abs(listening.serverNow() - (now() + 5_000))).toBeLessThanOrEqual(11);
});

test("whoever comes asks what is heard, and everybody is told", () => {
  const { listening, said } = room();
  let told = 0;
  listening.subscribe(() => (told += 1));
  listening.synced();
  expect(said).toContainEqual({ t: "listening?" });
  const state = { quoteId: "q", playing: true, at: 3, since: 9_000, by: "Ana" };
  listening.told({ t: "listening", now: 9_500, state });
  expect(listening.state()).toEqual(state);
  expect(listening.serverNow()).toBe(9_500);
  listening.told({ t: "listening", now: 9_600, state: null });
  expect(listening.state()).toBeNull();
  expect(told).toBe(2);
});
