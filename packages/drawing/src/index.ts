/** The front door of the drawing: how a journey looks, as data and geometry. */
export {
  DASH,
  feelingStep,
  FONTS,
  LEADING,
  MOTION,
  namedColours,
  PALETTES,
  PEOPLE_COLOURS,
  SPACE,
  STROKE,
  TYPE,
} from "./look.ts";
export type { FeelingStep, Palette, Theme } from "./look.ts";
export { lineHeight } from "./text/fit.ts";
export { textWidth } from "./text/measure.ts";
export type { Face, Font } from "./text/measure.ts";
export { ellipsize, wrapText } from "./text/wrap.ts";
export { spanInWords } from "./text/span.ts";
export { bottom, centreX, inset, right } from "./layout/box.ts";
export type { Box, Point } from "./layout/box.ts";
export {
  cardBox,
  cellBox,
  columnBoxes,
  GRID,
  laneRows,
  touchpointColumns,
  usualHeight,
} from "./layout/grid.ts";
export type { Column, Columns, LaneRow, StageBand, TouchpointColumn } from "./layout/grid.ts";
export {
  curvePath,
  curvePieces,
  drawnKnots,
  expectationPath,
  placeAt,
  placeX,
  toleranceBand,
  valenceAt,
  valenceY,
} from "./layout/curve.ts";
export type { CurveLane, CurvePiece, DrawnKnot, PieceKind } from "./layout/curve.ts";
export { evidenceDots, gapHatch, gapMarks, quoteDots, spreadBand } from "./layout/heard.ts";
export type { EvidenceDot, GapMark, QuoteDot } from "./layout/heard.ts";
export { TIME } from "./layout/timeScale.ts";
export type { TimeGap } from "./layout/timeScale.ts";
export { frayedEnd, roundedPath } from "./layout/edge.ts";
export type { Strand } from "./layout/edge.ts";
export { personaLine } from "./layout/personaLine.ts";
export type { PersonaLine } from "./layout/personaLine.ts";
export {
  arrowEnd,
  arrowLine,
  cardBoxes,
  drawingPath,
  drawnBox,
  overlap,
  shapeBox,
  shapesOnMap,
  shapeText,
} from "./layout/shapes.ts";
export type { ArrowLine } from "./layout/shapes.ts";
export { BRANCH } from "./layout/branch.ts";
export type { Branch, Span } from "./layout/branch.ts";
export type { ReturnEdge, Trunk } from "./layout/branchEdges.ts";
export { layoutMap } from "./layout/mapLayout.ts";
export type { LayoutOptions, MapLayout } from "./layout/mapLayout.ts";
export { fittedHeights } from "./svg/cells.ts";
export { CHANNEL_ICONS, CONTACT_ICONS } from "./svg/icons.ts";
export { lookAsFile, lookInPage, paintFirstLook } from "./svg/firstLook.ts";
export type { FirstLook } from "./svg/firstLook.ts";
export { renderJourney } from "./svg/renderJourney.ts";
export type { QuoteWords, RenderInput } from "./svg/scene.ts";
export type { Words } from "./words.ts";
