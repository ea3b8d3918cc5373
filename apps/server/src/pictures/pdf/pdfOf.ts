// oxlint-disable-next-line import/no-named-as-default -- Its types know the default alone.
import PDFDocument from "pdfkit";
import { FACE_FILES } from "../fonts.ts";
import { drawSvg } from "./drawSvg.ts";
import { partOf } from "./partOf.ts";
import { readSvg, type SvgElement } from "./readSvg.ts";
import { layOnSheets, type Paper } from "./sheets.ts";

type Asked = { readonly title: string; readonly language: string; readonly paper: Paper | null };

/** px of the picture: the lanes' names with its margin, a column, and what stands above the map. */
const HEAD = 40 + 160;
const COLUMN = 200;
const TOP = 40 + 132;

/** A picture of our painter's as PDF: its words are words there, its lines lines. One page of its own size, or sheets of a paper. */
export async function pdfOf(svg: string, { title, language, paper }: Asked): Promise<Uint8Array> {
  const whole = readSvg(svg);
  // Paper has a colour of its own.
  const picture = paper === null ? whole : { ...whole, children: whole.children.filter(isNoGround) };
  const [width, height] = [Number(picture.attributes["width"]), Number(picture.attributes["height"])];
  const laid = layOnSheets({ width, height }, { paper, head: HEAD, repeat: COLUMN });
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: "Polku" },
  });
  for (const [name, file] of Object.entries(FACE_FILES)) pdf.registerFont(name, file);
  const bytes = collect(pdf);
  for (const [i, { from, to }] of laid.sheets.entries()) {
    pdf.addPage({ size: [laid.width, laid.height], margin: 0 });
    pdf.save().translate(laid.margin, laid.margin).scale(laid.scale);
    const head = i === 0 ? 0 : HEAD;
    if (head > 0) part({ from: 0, to: head, top: TOP }, 0);
    part({ from, to, top: 0 }, head);
    pdf.restore();
    if (laid.sheets.length > 1) number(i);
  }
  pdf.end();
  return bytes;

  /** Draws what lies between two edges of the picture, and below `top`, so that it begins at `at`, px. */
  function part({ from, to, top }: { from: number; to: number; top: number }, at: number): void {
    pdf.save().translate(at - from, 0);
    pdf.rect(from, top, to - from, height - top).clip();
    const seen = partOf(picture, { from, to });
    if (seen) drawSvg(pdf, seen);
    pdf.restore();
  }

  function number(i: number): void {
    const foot = `${title} · ${i + 1}/${laid.sheets.length}`;
    pdf.font("regular").fontSize(8).fillOpacity(1).fillColor("#5A6068");
    pdf.text(foot, laid.margin, laid.height - laid.margin, { lineBreak: false, baseline: "alphabetic" });
  }
}

/** The painter lays the paper first, as a rectangle of its own. */
function isNoGround({ name }: SvgElement): boolean {
  return name !== "rect";
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
}
