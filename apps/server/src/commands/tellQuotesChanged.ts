import type { Services } from "../services.ts";

const inOneMessage = 500;

/** Tells every open map that these quotes have other words or facts now. */
export function tellQuotesChanged({ rooms }: Pick<Services, "rooms">, ids: readonly string[]): void {
  for (let from = 0; from < ids.length; from += inOneMessage)
    rooms.broadcast("all", { t: "evidence", ids: ids.slice(from, from + inOneMessage) });
}

/** Tells every open window that words were erased, those of these quotes among them. Said also when there were no quotes. */
export function tellErased({ rooms }: Pick<Services, "rooms">, ids: readonly string[]): void {
  for (let from = 0; from === 0 || from < ids.length; from += inOneMessage)
    rooms.broadcast("all", { t: "evidence", ids: ids.slice(from, from + inOneMessage), gone: true });
}
