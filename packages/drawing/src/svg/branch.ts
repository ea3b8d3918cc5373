import { arrivingMood, teamPoints } from "@polku/journey";
import type { Branch } from "../layout/branch.ts";
import { drawnKnots, px, valenceY } from "../layout/curve.ts";
import { right } from "../layout/box.ts";
import { cardBox, touchpointColumns } from "../layout/grid.ts";
import type { TouchpointColumn } from "../layout/grid.ts";
import { DASH, TYPE } from "../look.ts";
import { wrapText } from "../text/wrap.ts";
import { paintCard } from "./card.ts";
import { element, group, textLine, textLines } from "./element.ts";
import { paintCurves, paintGuides } from "./emotion.ts";
import { paintBands } from "./grid.ts";
import type { Scene } from "./scene.ts";
import { paintTimes } from "./time.ts";
import { arrowHead, feelingMark } from "./symbols.ts";

/** A sub-journey: one calm curve down to it, its own stages, cards and feelings, and its way back, or none. */
export function paintBranch(scene: Scene, branch: Branch): string {
  const sub = scene.view.subJourneys.get(branch.subJourneyId);
  if (sub === undefined) return "";
  const { palette, words } = scene;
  const columns = touchpointColumns(branch.columns);
  const { box } = branch;
  return [
    element("rect", { ...box, rx: 16, fill: palette.tint }),
    textLine(sub.title === "" ? words.untitled : sub.title, box.x + 24, box.y + 28, {
      face: "semibold",
      size: TYPE.panel,
      fill: palette.ink,
    }),
    paintBands(scene, branch.bands, branch.bandRow, sub.path.stages, palette.paper),
    paintGuides(scene, box.x + 24, right(box) - 24, branch.curve),
    paintArrival(scene, branch, columns),
    paintCurves(scene, columns, branch.curve),
    paintTimes(scene, branch.gaps, branch),
    paintLeading(scene, branch),
    paintReturn(scene, branch),
    ...columns.map((column) => paintCard(scene, column.touchpointId, cardBox(column, branch.cardRow))),
  ].join("");
}

/** The mood brought along from the parent touchpoint, before the first knot. */
function paintArrival(scene: Scene, branch: Branch, columns: readonly TouchpointColumn[]): string {
  const { palette, words } = scene;
  const mood = arrivingMood(teamPoints(scene.touchpoint(branch.parentTouchpointId)));
  const first = drawnKnots(columns, (id) => teamPoints(scene.touchpoint(id)), branch.curve)[0];
  if (mood === null) return "";
  const x = branch.box.x + 20;
  const y = valenceY(mood, branch.curve);
  const way =
    first === undefined
      ? ""
      : element("path", {
          d: `M${px(x)},${px(y)}C${px(x + 40)},${px(y)} ${px(first.x - 40)},${px(first.y)} ${px(first.x)},${px(first.y)}`,
          fill: "none",
          stroke: palette.pencil,
          "stroke-width": 1.5,
          "stroke-dasharray": DASH.gap,
          "stroke-linecap": "round",
        });
  const label = { face: "regular", size: TYPE.label, fill: palette.muted } as const;
  const above = mood < 1.5;
  return (
    way +
    feelingMark(mood, x, y, 6, palette) +
    textLine(words.arriving, x - 6, above ? y - 13 : y + 21, label)
  );
}

const EDGE = { fill: "none", "stroke-width": 2, "stroke-linecap": "round" } as const;

function paintLeading({ palette }: Scene, branch: Branch): string {
  const first = branch.columns[0];
  const card = first === undefined ? null : cardBox(first, branch.cardRow);
  const head = card === null ? "" : arrowHead(card.x - 1, card.y + card.height / 2, 0, palette.ink);
  return element("path", { ...EDGE, d: branch.leading, stroke: palette.ink }) + head;
}

function paintReturn({ palette, words }: Scene, { returning }: Branch): string {
  if (returning.state === "closed") {
    const { d, tip, late } = returning;
    return (
      element("path", {
        ...EDGE,
        d,
        stroke: palette.feeling[2],
        "stroke-dasharray": late ? DASH.late : undefined,
      }) + arrowHead(tip.x, tip.y, -90, palette.feeling[2])
    );
  }
  const rust = palette.feeling[-2];
  const strands = returning.strands.map(({ d, width, opacity }) =>
    element("path", { d, "stroke-width": width, "stroke-opacity": opacity }),
  );
  const said = { face: "serifItalic", size: TYPE.body, fill: rust } as const;
  return (
    element("path", { ...EDGE, d: returning.d, stroke: rust }) +
    group({ fill: "none", stroke: rust, "stroke-linecap": "round" }, strands.join("")) +
    textLines(wrapText(words.loopBroken, said, 96, 5), returning.label.x, returning.label.y, 18, said)
  );
}
