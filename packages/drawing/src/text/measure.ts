import { MEASURED, WIDTHS } from "./widths.ts";

/** The faces text is set in: Inter 400, 500, 600 and Source Serif 4 italic. */
export type Face = keyof typeof WIDTHS;

/** A face at a size in px. */
export interface Font {
  readonly face: Face;
  readonly size: number;
}

/** Characters nobody measured: letters of other scripts are about this wide, ideographs a full em. */
const UNMEASURED = 600;
const IDEOGRAPH = 1000;

function tableOf(face: Face): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  let at = 0;
  for (const [from, to] of MEASURED) {
    for (let code = from; code <= to; code += 1) {
      table.set(code, Number.parseInt(WIDTHS[face].slice(at, at + 2), 36));
      at += 2;
    }
  }
  return table;
}

const TABLES: Readonly<Record<Face, ReadonlyMap<number, number>>> = {
  regular: tableOf("regular"),
  medium: tableOf("medium"),
  semibold: tableOf("semibold"),
  serifItalic: tableOf("serifItalic"),
};

/** The width of text on one line, in px. Kerning is left out: it only ever makes a line a hair narrower. */
export function textWidth(text: string, { face, size }: Font): number {
  const table = TABLES[face];
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    units += table.get(code) ?? (code > 0x2e7f ? IDEOGRAPH : UNMEASURED);
  }
  return (units * size) / 1000;
}
