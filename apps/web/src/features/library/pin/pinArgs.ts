import type { Quote } from "../../../api/quotes.ts";

const PLACE = { before: 0.1, during: 0.5, after: 0.9 } as const;

/** How a quote stands on a touchpoint: the feeling and the moment that it brings along; unknown stays unknown. */
export function pinArgs({ id, valence, vBy, moment }: Quote, touchpointId: string) {
  return {
    quoteId: id,
    touchpointId,
    v: valence,
    vBy: vBy ?? "human",
    t: moment === null ? null : PLACE[moment],
  } as const;
}
