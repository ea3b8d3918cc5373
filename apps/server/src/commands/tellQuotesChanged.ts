import type { Services } from "../services.ts";

const inOneMessage = 500;

/** Tells every open map that these quotes have other words or facts now, or are gone. */
export function tellQuotesChanged({ rooms }: Pick<Services, "rooms">, ids: readonly string[]): void {
  for (let from = 0; from < ids.length; from += inOneMessage) {
    rooms.broadcast("all", { t: "evidence", ids: ids.slice(from, from + inOneMessage) });
  }
}
