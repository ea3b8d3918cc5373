import { localExtremes, teamPoints } from "@polku/journey";
import type { Point } from "../layout/box.ts";
import {
  curvePath,
  curvePieces,
  drawnKnots,
  expectationPath,
  px,
  toleranceBand,
  valenceY,
} from "../layout/curve.ts";
import type { CurveLane, DrawnKnot } from "../layout/curve.ts";
import { evidenceDots, gapHatch, gapMarks, quoteDots, spreadBand } from "../layout/heard.ts";
import type { EvidenceDot } from "../layout/heard.ts";
import type { TouchpointColumn } from "../layout/grid.ts";
import { DASH, feelingStep, STROKE, TYPE } from "../look.ts";
import type { Palette } from "../look.ts";
import { element, group, textLine } from "./element.ts";
import { ellipsize } from "../text/wrap.ts";
import type { Scene } from "./scene.ts";
import { feelingMark } from "./symbols.ts";

const STEPS = [2, 1, 0, -1, -2] as const;

/** Guide lines at −2 … +2, the one at 0 stronger. */
export function paintGuides(scene: Scene, left: number, right: number, lane: CurveLane): string {
  return STEPS.map((v) =>
    element("line", {
      x1: left,
      x2: right,
      y1: valenceY(v, lane),
      y2: valenceY(v, lane),
      stroke: v === 0 ? scene.palette.hairline : scene.palette.guide,
      "stroke-width": 1,
    }),
  ).join("");
}

/** The scale beside the lane: shape, sign and name of each step; its right end at `right`. */
export function paintScale({ palette, words, namesSteps }: Scene, right: number, lane: CurveLane): string {
  return STEPS.map((v) => {
    const y = valenceY(v, lane);
    const sign = v > 0 ? `+${v}` : v < 0 ? `−${-v}` : "0";
    const label = { face: "regular", size: TYPE.label, fill: palette.muted, anchor: "end" } as const;
    const name = namesSteps ? `${ellipsize(words.feeling[v], label, right - 60)}  ` : "";
    return feelingMark(v, right - 8, y, 5, palette) + textLine(`${name}${sign}`, right - 22, y + 4.2, label);
  }).join("");
}

/** All curves of one path in one lane, from the quietest to the loudest. */
export function paintCurves(scene: Scene, columns: readonly TouchpointColumn[], lane: CurveLane): string {
  const { palette, rest, touchpoint, conventions } = scene;
  const knots = drawnKnots(columns, (id) => teamPoints(touchpoint(id)), lane);
  const dots = evidenceDots(
    columns,
    (id) => rest(id).evidence,
    lane,
    conventions.supported,
    (id) => rest(id).split,
  );
  const said = columns.flatMap((column) =>
    quoteDots(column, touchpoint(column.touchpointId)?.pins ?? [], lane),
  );
  const hopes = expectationPath(columns, (id) => touchpoint(id)?.expectation.desired ?? null, lane);
  return group(
    { "stroke-linecap": "round", "stroke-linejoin": "round" },
    [
      element("path", { d: spreadBand(dots), fill: palette.ink, "fill-opacity": 0.07, stroke: "none" }),
      ...gapMarks(columns, (id) => rest(id).gap, lane).map((mark) => paintGap(scene, mark)),
      element("path", {
        d: toleranceBand(columns, (id) => touchpoint(id)?.expectation, lane),
        fill: palette.accent,
        "fill-opacity": 0.06,
        stroke: "none",
      }),
      hopes === ""
        ? ""
        : element("path", {
            d: hopes,
            fill: "none",
            stroke: palette.accent,
            "stroke-width": 2,
            "stroke-dasharray": DASH.expectation,
            "stroke-opacity": 0.75,
          }),
      paintTeam(scene, knots),
      said.map(({ v, x, y, tentative }) => feelingMark(v, x, y, 4.5, palette, tentative)).join(""),
      paintEvidence(scene, dots),
      paintMarks(scene, knots, dots, said),
    ].join(""),
  );
}

function paintGap({ palette }: Scene, mark: ReturnType<typeof gapMarks>[number]): string {
  const top = Math.min(mark.drawnY, mark.heardY);
  const colour = palette.feeling[mark.flag === "rosier" ? -1 : 1];
  const box = element("rect", {
    x: mark.x,
    y: top,
    width: mark.width,
    height: Math.abs(mark.drawnY - mark.heardY),
    rx: 6,
    fill: colour,
    "fill-opacity": 0.16,
  });
  return box + element("path", { d: gapHatch(mark), stroke: colour, "stroke-opacity": 0.5, fill: "none" });
}

/** The team's curve: 2 px pencil, dashed where it rests on nothing, dotted across what nobody drew. */
function paintTeam({ palette, rest }: Scene, knots: readonly DrawnKnot[]): string {
  const pieces = curvePieces(knots, (id) => rest(id).grounding.level);
  const dash = { ink: undefined, pencil: DASH.pencil, gap: DASH.gap };
  const line = pieces.map(({ d, kind }) => element("path", { d, "stroke-dasharray": dash[kind] })).join("");
  const points = knots
    .map(({ x, y }) =>
      element("circle", {
        cx: x,
        cy: y,
        r: 4,
        fill: palette.paper,
        stroke: palette.pencil,
        "stroke-width": 1.5,
      }),
    )
    .join("");
  return group({ fill: "none", stroke: palette.pencil, "stroke-width": STROKE.team }, line) + points;
}

/** What customers said: 3 px ink with a dot of its feeling at each knot, hollow below three valued people. */
function paintEvidence({ palette }: Scene, dots: readonly EvidenceDot[]): string {
  const line = element("path", {
    d: curvePath(dots),
    fill: "none",
    stroke: palette.ink,
    "stroke-width": STROKE.evidence,
  });
  const knots = dots.map((dot) => (dot.split ? splitKnot(palette, dot) : knot(palette, dot)));
  return (dots.length > 1 ? line : "") + knots.join("");
}

function knot(palette: Palette, { x, y, v, weak }: EvidenceDot): string {
  return element("circle", {
    cx: x,
    cy: y,
    r: weak ? 5.5 : 7,
    fill: weak ? palette.paper : palette.feeling[feelingStep(v)],
    stroke: weak ? palette.ink : palette.paper,
    "stroke-width": 2,
  });
}

/** Two halves apart, one for each crowd: the mean between them is nobody's feeling. */
function splitKnot(palette: Palette, { x, y }: EvidenceDot): string {
  const half = (side: 1 | -1) => ({
    d: `M${px(x + side * 1.5)},${px(y - 7)}a7,7 0 0 ${side > 0 ? 1 : 0} 0,14Z`,
    stroke: palette.paper,
    "stroke-width": 1,
  });
  return (
    element("path", { ...half(-1), fill: palette.feeling[-2] }) +
    element("path", { ...half(1), fill: palette.feeling[2] })
  );
}

/** Peaks, valleys and the end of what customers felt; of the drawing where nobody has spoken. */
function paintMarks(
  scene: Scene,
  knots: readonly DrawnKnot[],
  dots: readonly EvidenceDot[],
  said: readonly Point[],
): string {
  const { palette, words, conventions } = scene;
  const marked: readonly (Point & { v: number; touchpointId: string })[] = dots.length > 1 ? dots : knots;
  const { peaks, valleys } = localExtremes({ knots: marked, tangents: [] }, conventions.prominence);
  const label = (i: number, text: string, side: 1 | -1): string => {
    const at = marked[i];
    if (at === undefined) return "";
    const y = clearOf(said, at, side) + (side < 0 ? -14 : 23);
    const style = { face: "medium", size: TYPE.label, fill: palette.ink, anchor: "middle" } as const;
    const halo = { stroke: palette.paper, "stroke-width": 3, "paint-order": "stroke" };
    return group(halo, textLine(text, at.x, y, style));
  };
  const last = marked[marked.length - 1];
  return [
    ...peaks.map(({ i }) => label(i, words.peak, -1)),
    ...valleys.map(({ i }) => label(i, words.valley, 1)),
    last === undefined ? "" : endMark(scene, last),
  ].join("");
}

/** The y from which a name above (−1) or below (1) a knot covers no quote that stands there. */
function clearOf(said: readonly Point[], at: Point, side: 1 | -1): number {
  const near = said.filter(
    ({ x, y }) => Math.abs(x - at.x) < 30 && (y - at.y) * side > 0 && (y - at.y) * side < 30,
  );
  return near.reduce((y, dot) => (side < 0 ? Math.min(y, dot.y + 4) : Math.max(y, dot.y - 4)), at.y);
}

/** The end is marked, not only where the line stops: an upright bar and its name. */
function endMark({ palette, words }: Scene, { x, y }: Point): string {
  const bar = element("path", {
    d: `M${px(x + 18)},${px(y - 14)}v28`,
    stroke: palette.ink,
    "stroke-width": 3,
  });
  const name = textLine(words.end, x + 26, y + 4.2, { face: "medium", size: TYPE.label, fill: palette.ink });
  return bar + name;
}
