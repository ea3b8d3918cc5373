import { teamPoints } from "@polku/journey";
import type { GroundingLevel, TouchpointView } from "@polku/journey";
import type { Box } from "../layout/box.ts";
import { inset, right } from "../layout/box.ts";
import { px } from "../layout/curve.ts";
import { SPACE, STROKE, TYPE } from "../look.ts";
import type { Palette } from "../look.ts";
import { ellipsize, wrapText } from "../text/wrap.ts";
import { element, group, textLine, textLines } from "./element.ts";
import { CHANNEL_ICONS, CONTACT_ICONS, INWARDS_ICON, LEADS_ICON } from "./icons.ts";
import type { Scene } from "./scene.ts";
import { groundingRing, icon } from "./symbols.ts";

/** A touchpoint's card: pencil where it rests on nothing, ink where customers speak for it. */
export function paintCard(scene: Scene, id: string, box: Box): string {
  const touchpoint = scene.touchpoint(id);
  if (touchpoint === undefined) return "";
  const { grounding } = scene.rest(id);
  const parts = [
    outline(box, grounding.level, touchpoint.official, scene.palette),
    headLine(scene, touchpoint, box),
    groundingRing(grounding.level, grounding.n, right(box) - 21, box.y + 21, 10, scene.palette),
    title(scene, touchpoint, box, grounding.level),
    footLine(scene, touchpoint, box),
  ];
  return group({}, parts.join(""));
}

function outline(box: Box, level: GroundingLevel, official: boolean, palette: Palette): string {
  const rx = official ? SPACE.cardRadius : SPACE.unofficialRadius;
  if (level === "assumption") {
    return element("rect", {
      ...box,
      rx,
      fill: "none",
      stroke: palette.pencil,
      "stroke-width": STROKE.pencil,
      "stroke-dasharray": "5 4",
    });
  }
  const thin = level === "anecdotal";
  const card = element("rect", {
    ...box,
    rx,
    fill: palette.surface,
    stroke: thin ? palette.hairline : palette.ink,
    "stroke-width": thin ? 1 : 1.5,
  });
  if (level !== "contested") return card;
  const inner = element("rect", { ...inset(box, 3.5), rx: rx - 3, fill: "none", stroke: palette.ink });
  return card + inner;
}

function headLine({ palette, words }: Scene, touchpoint: TouchpointView, box: Box): string {
  const label = words.channels[touchpoint.channel];
  const font = { face: "regular", size: TYPE.label } as const;
  return (
    icon(CHANNEL_ICONS[touchpoint.channel], box.x + 12, box.y + 13, 16, palette.muted) +
    textLine(ellipsize(label, font, box.width - 78), box.x + 34, box.y + 25.4, {
      ...font,
      fill: palette.muted,
    })
  );
}

function title(
  { palette, words }: Scene,
  touchpoint: TouchpointView,
  box: Box,
  level: GroundingLevel,
): string {
  const font = { face: "semibold", size: TYPE.body } as const;
  const untitled = touchpoint.title.trim() === "";
  const lines = wrapText(untitled ? words.untitled : touchpoint.title, font, box.width - 24, 4);
  const pencil = level === "assumption" || untitled;
  return textLines(lines, box.x + 12, box.y + 49, 17, {
    ...font,
    face: pencil ? "medium" : "semibold",
    fill: pencil ? palette.muted : palette.ink,
  });
}

function footLine(scene: Scene, touchpoint: TouchpointView, box: Box): string {
  const { palette, words } = scene;
  const y = box.y + box.height - 24;
  const font = { face: "regular", size: TYPE.label } as const;
  const marks = footMarks(scene, touchpoint, right(box) - 12, y + 7);
  const within = subJourneyTitle(scene, touchpoint);
  const kind = within ?? words.contactKinds[touchpoint.contactKind];
  const named = touchpoint.official ? kind : `${kind} · ${words.unofficial}`;
  const label = ellipsize(named, font, box.width - 46 - marks.width);
  return (
    icon(
      within === null ? CONTACT_ICONS[touchpoint.contactKind] : INWARDS_ICON,
      box.x + 12,
      y,
      14,
      palette.muted,
    ) +
    textLine(label, box.x + 34, y + 11.4, { ...font, fill: palette.muted }) +
    marks.svg
  );
}

/** Where nobody is met but a journey lies within, its name says more than "nobody". */
function subJourneyTitle({ view }: Scene, touchpoint: TouchpointView): string | null {
  const [first] = touchpoint.subJourneyIds;
  if (touchpoint.contactKind !== "none" || first === undefined) return null;
  const title = view.subJourneys.get(first)?.title ?? "";
  return title === "" ? null : title;
}

/** From the right inwards: the sub-journeys' tiny curve, promises, the moment of truth. */
function footMarks(scene: Scene, touchpoint: TouchpointView, end: number, y: number) {
  let x = end;
  let svg = "";
  const place = (width: number, paint: (left: number) => string) => {
    svg += paint(x - width);
    x -= width + 6;
  };
  for (const subId of touchpoint.subJourneyIds) {
    place(40, (left) => tinyCurve(scene, subId, left, y));
  }
  if (touchpoint.leadsTo !== null) {
    place(14, (left) => icon(LEADS_ICON, left, y - 7, 14, scene.palette.ink));
  }
  for (const { status } of scene.promises(touchpoint.id)) {
    place(12, (left) => promiseMark(status, left + 6, y, scene.palette));
  }
  if (touchpoint.mot) {
    place(12, (left) =>
      element("path", {
        d: `M${px(left + 6)},${px(y - 7)}l6,7l-6,7l-6,-7Z`,
        fill: scene.palette.accent,
      }),
    );
  }
  return { svg, width: end - x };
}

/** Kept: a tick. Broken: a chain's two ends apart. Open: a ring. */
function promiseMark(status: "open" | "kept" | "broken", x: number, y: number, palette: Palette): string {
  const line = { fill: "none", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
  if (status === "kept") {
    return element("path", { ...line, d: `M${px(x - 5)},${px(y)}l3.5,4l6.5,-8`, stroke: palette.feeling[2] });
  }
  if (status === "broken") {
    return element("path", {
      ...line,
      d: `M${px(x - 5)},${px(y + 5)}l3.4,-3.4M${px(x + 5)},${px(y - 5)}l-3.4,3.4M${px(x - 4)},${px(y - 4)}l2,2M${px(x + 4)},${px(y + 4)}l-2,-2`,
      stroke: palette.feeling[-2],
    });
  }
  return element("circle", { cx: x, cy: y, r: 4, fill: "none", stroke: palette.muted, "stroke-width": 1.5 });
}

function tinyCurve({ view, palette, touchpoint }: Scene, subId: string, x: number, y: number): string {
  const ids = view.subJourneys.get(subId)?.path.touchpointIds ?? [];
  const values = ids.flatMap((id) => teamPoints(touchpoint(id)).map(({ v }) => v));
  const step = values.length > 1 ? 28 / (values.length - 1) : 0;
  const points = values.map((v, i) => `${px(x + 6 + i * step)},${px(y - v * 2.6)}`).join(" ");
  return (
    element("rect", { x, y: y - 8, width: 40, height: 16, rx: 8, fill: palette.tint }) +
    (values.length > 1
      ? element("polyline", {
          points,
          fill: "none",
          stroke: palette.ink,
          "stroke-width": 1.5,
          "stroke-linejoin": "round",
        })
      : element("circle", { cx: x + 20, cy: y, r: 2, fill: palette.muted }))
  );
}
