import type { SvgElement } from "./readSvg.ts";

type Span = { readonly from: number; readonly to: number };

/** Longer than any line of text in a picture but its title, px: how far what begins or ends at a text's place may reach. */
const REACH = 1_200;

/** Where an element may lie from left to right, px; `null` when its own attributes do not say. */
function spanOf({ name, attributes, children }: SvgElement): Span | null {
  const at = (key: string): number => Number(attributes[key] ?? 0);
  if (name === "rect" || name === "image") return { from: at("x"), to: at("x") + at("width") };
  if (name === "circle") return { from: at("cx") - at("r"), to: at("cx") + at("r") };
  if (name === "line") return { from: Math.min(at("x1"), at("x2")), to: Math.max(at("x1"), at("x2")) };
  if (name !== "text") return null;
  const places = children.map((line) => Number(line.attributes["x"] ?? 0));
  return { from: Math.min(...places) - REACH, to: Math.max(...places) + REACH };
}

/**
 * What of a picture may be seen between two places, px from left to right: a sheet that draws all of a long map takes as long as the whole
 * map does. What does not say where it lies is kept.
 */
export function partOf(element: SvgElement, { from, to }: Span): SvgElement | null {
  const span = spanOf(element);
  if (span !== null && (span.to < from || span.from > to)) return null;
  const transform = element.attributes["transform"] ?? "";
  // What is scaled or turned is an icon or a mark: small, at its place.
  const [, x = "0", more = ""] = /^translate\(([-\d.]+)[^)]*\)(.*)$/.exec(transform) ?? [];
  if (more.trim() !== "")
    return Math.abs(Number(x) - (from + to) / 2) > (to - from) / 2 + REACH ? null : element;
  if (element.name === "text" || element.children.length === 0) return element;
  const inside = { from: from - Number(x), to: to - Number(x) };
  const children = element.children.flatMap((child) => partOf(child, inside) ?? []);
  return { ...element, children };
}
