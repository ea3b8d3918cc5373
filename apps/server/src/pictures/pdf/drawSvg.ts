import type { SvgElement } from "./readSvg.ts";

type Pdf = PDFKit.PDFDocument;

/** What an element takes over from those around it. */
const INHERITED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
] as const;

type Style = Readonly<Record<string, string>>;

/** By which names the document knows its fonts. */
export type FaceName = "regular" | "medium" | "semibold" | "serifItalic";

/** Draws a picture of our painter's into a document, at the place and in the scale in which the document stands. */
export function drawSvg(pdf: Pdf, element: SvgElement, around: Style = {}): void {
  const style = { ...inherited(around), ...element.attributes };
  pdf.save();
  move(pdf, element.attributes["transform"] ?? "");
  draw(pdf, element, style);
  for (const child of element.children) if (element.name !== "text") drawSvg(pdf, child, style);
  pdf.restore();
}

function inherited(style: Style): Record<string, string> {
  return Object.fromEntries(
    INHERITED.flatMap((key) => (style[key] === undefined ? [] : [[key, style[key]]])),
  );
}

function move(pdf: Pdf, transform: string): void {
  for (const [, deed, given = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0] = given.split(/[\s,]+/).map(Number);
    if (deed === "translate") pdf.translate(a, b);
    else if (deed === "scale") pdf.scale(a);
    else if (deed === "rotate") pdf.rotate(a);
  }
}

function draw(pdf: Pdf, element: SvgElement, style: Style): void {
  const at = (key: string): number => Number(style[key] ?? 0);
  switch (element.name) {
    case "rect":
      return paint(pdf.roundedRect(at("x"), at("y"), at("width"), at("height"), roundness(style)), style);
    case "circle":
      return paint(pdf.circle(at("cx"), at("cy"), at("r")), style);
    case "line":
      return paint(pdf.moveTo(at("x1"), at("y1")).lineTo(at("x2"), at("y2")), { ...style, fill: "none" });
    case "polyline":
      return paint(pdf.path(`M${style["points"] ?? ""}`), style);
    case "path":
      return style["d"] === undefined || style["d"] === "" ? undefined : paint(pdf.path(style["d"]), style);
    case "image":
      return drawImage(pdf, style);
    case "text":
      for (const line of element.children) write(pdf, line.text, { ...style, ...line.attributes });
      return undefined;
    default:
      return undefined;
  }
}

/** A corner is never rounder than half of the side. */
function roundness(style: Style): number {
  return Math.min(Number(style["rx"] ?? 0), Number(style["width"]) / 2, Number(style["height"]) / 2);
}

const isDrawn = (colour: string | undefined): colour is string => colour !== undefined && colour !== "none";

/** Fills and strokes the path that the document holds; neither leaves it there for the next one. */
function paint(pdf: Pdf, style: Style): void {
  const fill = style["fill"] ?? "#000000";
  const stroke = style["stroke"];
  pdf.fillOpacity(Number(style["fill-opacity"] ?? 1)).strokeOpacity(Number(style["stroke-opacity"] ?? 1));
  if (isDrawn(stroke)) strokeWith(pdf, stroke, style);
  if (isDrawn(fill) && isDrawn(stroke)) pdf.fillAndStroke(fill, stroke);
  else if (isDrawn(fill)) pdf.fill(fill);
  else if (isDrawn(stroke)) pdf.stroke(stroke);
  // Ends the path without drawing it.
  else pdf.addContent("n");
}

function strokeWith(pdf: Pdf, stroke: string, style: Style): void {
  pdf.lineWidth(Number(style["stroke-width"] ?? 1)).strokeColor(stroke);
  pdf.lineCap(style["stroke-linecap"] === "round" ? "round" : "butt");
  pdf.lineJoin(style["stroke-linejoin"] === "round" ? "round" : "miter");
  // The painter's dashes are pairs: so long a stroke, so long a gap.
  const [dash, space] = (style["stroke-dasharray"] ?? "").split(" ").map(Number);
  if (dash && space) pdf.dash(dash, { space });
  else pdf.undash();
}

function faceOf(style: Style): FaceName {
  if (style["font-style"] === "italic") return "serifItalic";
  const weight = Number(style["font-weight"] ?? 400);
  if (weight >= 600) return "semibold";
  return weight >= 500 ? "medium" : "regular";
}

/** One line from its baseline. It is as wide as the painter measured it, letter by letter where the font differs. */
function write(pdf: Pdf, text: string, style: Style): void {
  pdf.font(faceOf(style)).fontSize(Number(style["font-size"] ?? 12));
  const width = pdf.widthOfString(text);
  const anchor = style["text-anchor"];
  const x = Number(style["x"] ?? 0) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const put = (options: PDFKit.Mixins.TextOptions) =>
    pdf.text(text, x, Number(style["y"] ?? 0), { lineBreak: false, baseline: "alphabetic", ...options });
  pdf.fillOpacity(1).strokeOpacity(1);
  const halo = style["stroke"];
  if (isDrawn(halo)) {
    strokeWith(pdf, halo, { ...style, "stroke-linejoin": "round" });
    put({ stroke: true, fill: false });
  }
  pdf.fillColor(style["fill"] ?? "#000000");
  put({});
}

/** An image fitted into its box; one of a kind that PDF does not know is its frame. */
function drawImage(pdf: Pdf, style: Style): void {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((key) => Number(style[key])) as [
    number,
    number,
    number,
    number,
  ];
  const bytes = /^data:image\/(?:png|jpeg);base64,(.*)$/.exec(style["href"] ?? "")?.[1];
  if (bytes === undefined) return paint(pdf.rect(x, y, width, height), { fill: "none", stroke: "#8C867B" });
  pdf.image(Buffer.from(bytes, "base64"), x, y, { fit: [width, height], align: "center", valign: "center" });
}
