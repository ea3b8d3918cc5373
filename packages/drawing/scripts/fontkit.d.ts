/** The little of fontkit that measuring needs; it ships no types. */
declare module "fontkit" {
  interface Font {
    readonly unitsPerEm: number;
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function openSync(file: string): Font;
}
