import type { GroundingLevel } from "@polku/journey";
import { px } from "../layout/curve.ts";
import { feelingStep } from "../look.ts";
import type { FeelingStep, Palette } from "../look.ts";
import { element, textLine } from "./element.ts";

/** The shape of a feeling, so that it never speaks by colour alone: ▼ −2, ◣ −1, ● 0, ◢ +1, ▲ +2. */
function shape(step: FeelingStep, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${px(x + dx * r)},${px(y + dy * r)}`;
  switch (step) {
    case -2:
      return `M${at(-1.1, -0.85)}L${at(1.1, -0.85)}L${at(0, 1.05)}Z`;
    case -1:
      return `M${at(-0.95, -0.95)}L${at(0.95, 0.95)}L${at(-0.95, 0.95)}Z`;
    case 0:
      return `M${at(-1, 0)}a${px(r)},${px(r)} 0 1 0 ${px(2 * r)},0a${px(r)},${px(r)} 0 1 0 ${px(-2 * r)},0Z`;
    case 1:
      return `M${at(0.95, -0.95)}L${at(0.95, 0.95)}L${at(-0.95, 0.95)}Z`;
    case 2:
      return `M${at(-1.1, 0.85)}L${at(1.1, 0.85)}L${at(0, -1.05)}Z`;
  }
  return step satisfies never;
}

/** A valence as a mark at x, y with radius r px; `hollow` for what is tentative. */
export function feelingMark(
  v: number,
  x: number,
  y: number,
  r: number,
  palette: Palette,
  hollow = false,
): string {
  const step = feelingStep(v);
  const colour = palette.feeling[step];
  return element("path", {
    d: shape(step, x, y, r),
    fill: hollow ? palette.paper : colour,
    stroke: hollow ? colour : palette.paper,
    "stroke-width": 1.5,
    "stroke-linejoin": "round",
    "paint-order": hollow ? undefined : "stroke",
  });
}

function arc(x: number, y: number, r: number, from: number, to: number): string {
  const at = (turn: number) => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${px(x + r * Math.cos(angle))},${px(y + r * Math.sin(angle))}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  return `M${at(from)}A${px(r)},${px(r)} 0 ${large} 1 ${at(to)}`;
}

/**
 * The grounding ring: dashed and empty for an assumption, an open arc for the anecdotal, a whole ring for
 * the supported, filled for the triangulated, split in two for the contested. `n` people stand inside.
 */
export function groundingRing(
  level: GroundingLevel,
  n: number,
  x: number,
  y: number,
  r: number,
  palette: Palette,
): string {
  const line = { fill: "none", "stroke-width": 2, "stroke-linecap": "round" };
  const count = (fill: string) =>
    textLine(n > 99 ? "99+" : String(n), x, y + 3.6, {
      face: "semibold",
      size: n > 99 ? 8 : 10,
      fill,
      anchor: "middle",
    });
  switch (level) {
    case "assumption":
      return element("circle", {
        cx: x,
        cy: y,
        r,
        fill: "none",
        stroke: palette.pencil,
        "stroke-width": 1.5,
        "stroke-dasharray": "2.5 3",
      });
    case "anecdotal":
      return (
        element("circle", { cx: x, cy: y, r, fill: "none", stroke: palette.guide, "stroke-width": 2 }) +
        element("path", { ...line, d: arc(x, y, r, 0, 0.33), stroke: palette.ink }) +
        count(palette.ink)
      );
    case "supported":
      return element("circle", { ...line, cx: x, cy: y, r, stroke: palette.ink }) + count(palette.ink);
    case "triangulated":
      return element("circle", { cx: x, cy: y, r: r + 1, fill: palette.ink }) + count(palette.paper);
    case "contested":
      return (
        element("path", {
          ...line,
          d: arc(x, y, r, 0.06, 0.44),
          stroke: palette.feeling[2],
          "stroke-width": 2.5,
        }) +
        element("path", {
          ...line,
          d: arc(x, y, r, 0.56, 0.94),
          stroke: palette.feeling[-2],
          "stroke-width": 2.5,
        }) +
        count(palette.ink)
      );
  }
  return level satisfies never;
}

/** A 24 × 24 line icon drawn `size` px wide with its top left corner at x, y. */
export function icon(markup: string, x: number, y: number, size: number, colour: string): string {
  const scale = size / 24;
  return `<g transform="translate(${px(x)} ${px(y)}) scale(${Math.round(scale * 1000) / 1000})" fill="none" stroke="${colour}" stroke-width="${px(1.5 / scale)}" stroke-linecap="round" stroke-linejoin="round">${markup}</g>`;
}

/** An arrow's head whose tip is at x, y, pointing by degrees (0 right, −90 up). */
export function arrowHead(x: number, y: number, degrees: number, colour: string): string {
  return element("path", {
    d: "M-7,-5L0,0L-7,5",
    transform: `translate(${px(x)} ${px(y)}) rotate(${degrees})`,
    fill: "none",
    stroke: colour,
    "stroke-width": 2,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}
