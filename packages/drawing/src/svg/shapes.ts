import type { ShapeView } from "@polku/journey";
import type { Box } from "../layout/box.ts";
import type { MapLayout } from "../layout/mapLayout.ts";
import {
  arrowEnd,
  arrowLine,
  drawingPath,
  NOTE_PADDING,
  shapeBox,
  shapesOnMap,
  shapeText,
} from "../layout/shapes.ts";
import { SPACE, STROKE, TYPE } from "../look.ts";
import { lineHeight } from "../text/fit.ts";
import { ellipsize, wrapText } from "../text/wrap.ts";
import { element, textLine, textLines } from "./element.ts";
import type { Scene } from "./scene.ts";

function paintNote(scene: Scene, shape: ShapeView, box: Box): string {
  const { palette } = scene;
  const words = shapeText(shape);
  const lines = words
    ? textLines(
        words.lines,
        box.x + NOTE_PADDING,
        box.y + NOTE_PADDING + words.size,
        lineHeight(words.size),
        { face: "regular", size: words.size, fill: palette.ink },
      )
    : "";
  const sheet = { x: box.x, y: box.y, width: box.width, height: box.height };
  return element("rect", { ...sheet, rx: 3, fill: palette.note[shape.colour] }) + lines;
}

function paintText(scene: Scene, shape: ShapeView, box: Box): string {
  const words = shapeText(shape);
  if (!words) return "";
  const style = { face: "regular", size: words.size, fill: scene.palette.ink } as const;
  return textLines(words.lines, box.x + 4, box.y + 4 + words.size, lineHeight(words.size), style);
}

function paintFrame(scene: Scene, shape: ShapeView, box: Box): string {
  const { palette } = scene;
  const font = { face: "semibold", size: TYPE.body } as const;
  return (
    element("rect", {
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      rx: SPACE.cardRadius,
      fill: "none",
      stroke: palette.pen[shape.colour],
      "stroke-width": STROKE.icon,
    }) +
    textLine(ellipsize(shape.text, font, box.width), box.x + 2, box.y - 9, { ...font, fill: palette.muted })
  );
}

function paintDrawing(scene: Scene, shape: ShapeView, box: Box): string {
  return element("path", {
    d: drawingPath(shape.points),
    transform: `translate(${box.x} ${box.y})`,
    fill: "none",
    stroke: scene.palette.pen[shape.colour],
    "stroke-width": STROKE.evidence,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

function paintImage(scene: Scene, shape: ShapeView, { x, y, width, height }: Box): string {
  const { palette, images } = scene;
  const href = images.get(shape.imageId ?? "");
  if (href !== undefined)
    return element("image", { x, y, width, height, href, preserveAspectRatio: "xMidYMid meet" });
  const font = { face: "regular", size: TYPE.small } as const;
  const frame = element("rect", { x, y, width, height, rx: 4, fill: palette.tint, stroke: palette.hairline });
  const lines = wrapText(shape.text, font, width - 16, 4);
  return frame + textLines(lines, x + 8, y + 8 + font.size, 18, { ...font, fill: palette.muted });
}

function paintArrow(scene: Scene, shape: ShapeView, cards: ReadonlyMap<string, Box>): string {
  const { palette, view } = scene;
  const from = shape.from && arrowEnd(shape.from, cards, view.shapes);
  const to = shape.to && arrowEnd(shape.to, cards, view.shapes);
  if (!from || !to) return "";
  const line = arrowLine(from, to);
  const font = { face: "medium", size: TYPE.small } as const;
  const words = wrapText(shape.text, font, 200, 3);
  const style = { ...font, fill: palette.ink, anchor: "middle" } as const;
  return (
    element("path", {
      d: line.d + line.tip,
      fill: "none",
      stroke: palette.pen[shape.colour],
      "stroke-width": STROKE.team,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }) + textLines(words, line.middle.x, line.middle.y - 6 - (words.length - 1) * 18, 18, style)
  );
}

function paintShape(scene: Scene, shape: ShapeView, cards: ReadonlyMap<string, Box>): string {
  if (shape.kind === "arrow") return paintArrow(scene, shape, cards);
  const box = shapeBox(shape, cards.get(shape.touchpointId ?? ""));
  if (box === null) return "";
  if (shape.kind === "note") return paintNote(scene, shape, box);
  if (shape.kind === "text") return paintText(scene, shape, box);
  if (shape.kind === "frame") return paintFrame(scene, shape, box);
  return shape.kind === "drawing" ? paintDrawing(scene, shape, box) : paintImage(scene, shape, box);
}

/** What lies on the free canvas as markup, and the box around all of it and the map. */
export function paintShapes(scene: Scene, layout: MapLayout): { readonly svg: string; readonly around: Box } {
  const { cards, shapes, around } = shapesOnMap(layout, scene.view.shapes);
  return { svg: shapes.map((shape) => paintShape(scene, shape, cards)).join(""), around };
}
