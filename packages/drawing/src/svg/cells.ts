import { cellKey, hasCells } from "@polku/journey";
import type { JourneyView, LaneKind, PinView } from "@polku/journey";
import type { Box } from "../layout/box.ts";
import { cellBox } from "../layout/grid.ts";
import type { LaneRow, TouchpointColumn } from "../layout/grid.ts";
import { TYPE } from "../look.ts";
import type { Font } from "../text/measure.ts";
import { ellipsize, wrapText } from "../text/wrap.ts";
import { element, textLine, textLines } from "./element.ts";
import type { QuoteWords, Scene } from "./scene.ts";
import { feelingMark } from "./symbols.ts";

const CELL_FONT: Font = { face: "regular", size: TYPE.small };
const CELL_LEADING = 18;
const QUOTE_FONT: Font = { face: "serifItalic", size: TYPE.quote };
const QUOTE_LEADING = 24;
const PADDING = 12;
const TEXT_WIDTH = 168;
/** An evidence lane grows to about this before it says how many more there are. */
const QUOTES_HEIGHT = 260;

function cellLines(view: JourneyView, laneId: string, touchpointId: string): string[] {
  const blocks = view.cells.get(cellKey(laneId, touchpointId))?.blocks ?? [];
  return blocks.flatMap(({ text }) => wrapText(text, CELL_FONT, TEXT_WIDTH));
}

interface ShownQuote {
  readonly pin: PinView;
  readonly said: QuoteWords;
  readonly lines: readonly string[];
  readonly height: number;
}

/** The quotes of a touchpoint, the strongest first, as many as the lane has room for, at least one. */
function shownQuotes(pins: readonly PinView[], quotes: ReadonlyMap<string, QuoteWords>): ShownQuote[] {
  const strongest = pins
    .filter(({ status }) => status === "confirmed")
    .toSorted((a, b) => Math.abs(b.v ?? 0) - Math.abs(a.v ?? 0) || (a.id < b.id ? -1 : 1));
  const shown: ShownQuote[] = [];
  let height = PADDING;
  for (const pin of strongest) {
    const said = quotes.get(pin.quoteId);
    if (said === undefined) continue;
    const lines = wrapText(`“${said.text}”`, QUOTE_FONT, TEXT_WIDTH, 8);
    const own = lines.length * QUOTE_LEADING + 28;
    if (shown.length > 0 && height + own > QUOTES_HEIGHT) break;
    shown.push({ pin, said, lines, height: own });
    height += own;
  }
  return shown;
}

/** Heights that show all of what is written, by lane id; the canvas may use the same. O(cells). */
export function fittedHeights(
  view: JourneyView,
  quotes: ReadonlyMap<string, QuoteWords> = new Map(),
): Map<string, number> {
  const heights = new Map<string, number>();
  for (const lane of view.lanes) {
    const needed = view.path.touchpointIds.map((id) => neededHeight(view, lane.kind, lane.id, id, quotes));
    const most = needed.reduce((a, b) => Math.max(a, b), 0);
    if (hasCells(lane.kind)) heights.set(lane.id, Math.max(lane.kind === "dramatic_arc" ? 64 : 44, most));
    else if (lane.kind === "evidence") heights.set(lane.id, Math.max(56, most));
  }
  return heights;
}

function neededHeight(
  view: JourneyView,
  kind: LaneKind,
  laneId: string,
  touchpointId: string,
  quotes: ReadonlyMap<string, QuoteWords>,
): number {
  if (kind !== "evidence") {
    return cellLines(view, laneId, touchpointId).length * CELL_LEADING + 2 * PADDING;
  }
  const pins = view.touchpoints.get(touchpointId)?.pins ?? [];
  const shown = shownQuotes(pins, quotes);
  const more = pins.length > shown.length ? 24 : 0;
  return shown.reduce((sum, { height }) => sum + height, PADDING + 8 + more);
}

/** What the team wrote in a lane, touchpoint by touchpoint. */
export function paintCells(scene: Scene, row: LaneRow, columns: readonly TouchpointColumn[]): string {
  const most = Math.max(1, Math.floor((row.height - PADDING) / CELL_LEADING));
  return columns
    .map((column) => {
      const box = cellBox(column, row);
      const lines = cellLines(scene.view, row.laneId, column.touchpointId).slice(0, most);
      const style = { ...CELL_FONT, fill: scene.palette.ink };
      const arc = row.kind === "dramatic_arc" ? arcLevel(scene, column.touchpointId, box) : "";
      return arc + textLines(lines, box.x + 6, box.y + PADDING + 10, CELL_LEADING, style);
    })
    .join("");
}

/** How much hangs on a touchpoint, 1 to 5, as a bar of that height. */
function arcLevel({ palette, touchpoint }: Scene, touchpointId: string, box: Box): string {
  const arc = touchpoint(touchpointId)?.arc ?? null;
  if (arc === null) return "";
  const height = (box.height * arc) / 5;
  const y = box.y + box.height - height;
  const font = { face: "regular", size: TYPE.label, fill: palette.muted } as const;
  return (
    element("rect", { x: box.x, y, width: box.width, height, fill: palette.ink, "fill-opacity": 0.1 }) +
    element("line", {
      x1: box.x,
      x2: box.x + box.width,
      y1: y,
      y2: y,
      stroke: palette.ink,
      "stroke-width": 2,
    }) +
    textLine(String(arc), box.x + box.width - 14, y + 13, font)
  );
}

/** Customers' own words, larger than anything around them; where there are none, the question. */
export function paintQuotes(scene: Scene, row: LaneRow, columns: readonly TouchpointColumn[]): string {
  return columns.map((column) => paintQuoteCell(scene, row, column)).join("");
}

function paintQuoteCell(scene: Scene, row: LaneRow, column: TouchpointColumn): string {
  const { palette, words } = scene;
  const box = cellBox(column, row);
  const pins = scene.touchpoint(column.touchpointId)?.pins ?? [];
  const label = { face: "regular", size: TYPE.label, fill: palette.muted } as const;
  const { n } = scene.rest(column.touchpointId).grounding;
  if (pins.length === 0 && n === 0) {
    const lines = wrapText(words.whoSaidThis, QUOTE_FONT, TEXT_WIDTH, 2);
    return textLines(lines, box.x + 6, box.y + PADDING + 12, QUOTE_LEADING, {
      ...QUOTE_FONT,
      fill: palette.pencil,
    });
  }
  const shown = shownQuotes(pins, scene.quotes);
  let y = box.y + PADDING;
  const painted = shown.map((quote) => {
    const at = y;
    y += quote.height;
    return paintQuote(scene, quote, box.x + 6, at);
  });
  const left = pins.length - shown.length;
  const rest = shown.length === 0 ? words.people(n) : left > 0 ? words.more(left) : "";
  return painted.join("") + (rest === "" ? "" : textLine(rest, box.x + 6, y + 12, label));
}

function paintQuote({ palette }: Scene, { pin, said, lines }: ShownQuote, x: number, y: number): string {
  const foot = y + lines.length * QUOTE_LEADING + 8;
  const words = textLines(lines, x, y + 15, QUOTE_LEADING, { ...QUOTE_FONT, fill: palette.ink });
  const mark =
    pin.v === null
      ? element("circle", { cx: x + 5, cy: foot, r: 2, fill: palette.muted })
      : feelingMark(pin.v, x + 5, foot, 4.5, palette);
  const speaker = { face: "regular", size: TYPE.label, fill: palette.muted } as const;
  return (
    words + mark + textLine(ellipsize(said.speaker, speaker, TEXT_WIDTH - 16), x + 16, foot + 4.2, speaker)
  );
}
