import { px } from "../layout/curve.ts";
import { textWidth } from "../text/measure.ts";
import type { Face, Font } from "../text/measure.ts";
import { FONTS } from "../look.ts";

type Value = string | number | undefined;

/** Characters XML cannot hold at all, escaped or not: controls, and halves of surrogate pairs. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text made safe for an element's content or an attribute; what XML cannot hold is dropped. */
export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** An SVG element. Attributes are escaped, children are markup already; undefined attributes are left out. */
export function element(name: string, attributes: Readonly<Record<string, Value>>, children = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : escapeText(value ?? "")}"`)
    .join("");
  return children === "" ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

/** A group with attributes its children inherit; nothing at all for no children. */
export function group(attributes: Readonly<Record<string, Value>>, children: string): string {
  return children === "" ? "" : element("g", attributes, children);
}

export const SANS = `${FONTS.sans}, 'Inter Variable', system-ui, sans-serif`;
const SERIF = `'${FONTS.serif}', 'Source Serif 4 Variable', Georgia, serif`;

const WEIGHTS: Readonly<Record<Face, number>> = {
  regular: 400,
  medium: 500,
  semibold: 600,
  serifItalic: 400,
};

export interface TextStyle extends Font {
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
}

/**
 * Lines of text from the first baseline at x, y downwards, `leading` px apart. Each is as wide as we measured it: where the font is not
 * installed, another one is drawn narrower or wider instead of running out of its card.
 */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  leading: number,
  style: TextStyle,
): string {
  const spans = lines
    .map((line, i) => {
      if (line === "") return "";
      const width = { textLength: textWidth(line, style), lengthAdjust: "spacingAndGlyphs" };
      return element("tspan", { x, y: y + i * leading, ...width }, escapeText(line));
    })
    .join("");
  if (spans === "") return "";
  const serif = style.face === "serifItalic";
  return element(
    "text",
    {
      "font-family": serif ? SERIF : undefined,
      "font-style": serif ? "italic" : undefined,
      "font-size": style.size,
      "font-weight": WEIGHTS[style.face],
      fill: style.fill,
      "text-anchor": style.anchor === "start" ? undefined : style.anchor,
    },
    spans,
  );
}

/** One line of text. */
export function textLine(text: string, x: number, y: number, style: TextStyle): string {
  return textLines([text], x, y, 0, style);
}

/** A small label on a rounded ground, its left end at x, its middle at y; returns its width too. */
export function chip(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  ground: { readonly fill: string; readonly stroke?: string },
): { readonly svg: string; readonly width: number } {
  const width = textWidth(text, style) + 16;
  const height = style.size + 8;
  const box = element("rect", {
    x,
    y: y - height / 2,
    width,
    height,
    rx: height / 2,
    fill: ground.fill,
    stroke: ground.stroke,
  });
  return { svg: box + textLine(text, x + 8, y + style.size * 0.36, style), width };
}
