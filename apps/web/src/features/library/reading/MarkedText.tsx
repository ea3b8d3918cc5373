import { feelingStep } from "@polku/drawing";
import { piecesOf, type Mark } from "./pieces.ts";
import type { Span } from "./span.ts";

type Props = { readonly text: string; readonly whole: Span; readonly marks: readonly Mark[] };

const has = (marks: readonly Mark[], as: Mark["as"]): boolean => marks.some((mark) => mark.as === as);

/** A stretch of what a customer said, with hits, quotes and the choice marked; each piece knows its place in the whole text. */
export function MarkedText({ text, whole, marks }: Props) {
  return piecesOf(whole, marks).map(({ start, end, marks: on }) => {
    const quote = on.find(({ as }) => as === "quote");
    const look = ["hit", "quote", "chosen"].filter((as) => on.some((mark) => mark.as === as));
    const Piece = has(on, "hit") || has(on, "quote") || has(on, "chosen") ? "mark" : "span";
    return (
      <Piece
        key={start}
        data-place={start}
        className={look.map((as) => `words--${as}`).join(" ") || undefined}
        style={
          quote && quote.v !== null && quote.v !== undefined
            ? { textDecorationColor: `var(--feeling${feelingStep(quote.v)})` }
            : undefined
        }
      >
        {text.slice(start, end)}
      </Piece>
    );
  });
}
