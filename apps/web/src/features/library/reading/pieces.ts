import type { Span } from "./span.ts";

/** What a stretch of text is marked as: words that were searched, a quote made of them, what is chosen now. */
export type Mark = Span & { readonly as: "hit" | "quote" | "chosen"; readonly v?: number | null };
/** A stretch in which nothing begins or ends, with the marks that cover it. */
export type Piece = Span & { readonly marks: readonly Mark[] };

/** Cuts a stretch of text where marks begin and end, so that each piece is drawn once with all that covers it. */
export function piecesOf(whole: Span, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter(({ start, end }) => end > whole.start && start < whole.end);
  const cuts = new Set([whole.start, whole.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, whole.start));
    cuts.add(Math.min(end, whole.end));
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).flatMap((start, index) => {
    const end = places[index + 1] ?? whole.end;
    return end > start
      ? [{ start, end, marks: inside.filter((mark) => mark.start < end && mark.end > start) }]
      : [];
  });
}
