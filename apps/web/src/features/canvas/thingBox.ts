import { cardBox, cardBoxes, cellBox, drawnBox, type Box, type Column, type MapLayout } from "@polku/drawing";
import type { JourneyView } from "@polku/journey";
import { touchpointOf, type Thing } from "../../session/attention.ts";

type Row = { readonly y: number; readonly height: number };

function columnOf(
  layout: MapLayout,
  touchpointId: string | null,
): { column: Column; cards: Row; curve: Row | undefined } | null {
  const column = layout.columns.find((one) => one.touchpointId === touchpointId);
  if (column)
    return { column, cards: layout.cardRow, curve: layout.rows.find((row) => row.kind === "emotion") };
  for (const branch of layout.branches) {
    const inner = branch.columns.find((one) => one.touchpointId === touchpointId);
    if (inner) return { column: inner, cards: branch.cardRow, curve: branch.curve };
  }
  return null;
}

/** Where a thing lies on the map; null when it is not laid out (hidden, or in a closed sub-journey). */
export function thingBox(layout: MapLayout, thing: Thing, shapes: JourneyView["shapes"]): Box | null {
  if (thing.kind === "shape") {
    const shape = shapes.get(thing.id);
    return shape ? drawnBox(shape, cardBoxes(layout), shapes) : null;
  }
  if (thing.kind === "stage") {
    const band = layout.bands.find(({ stageId }) => stageId === thing.id);
    if (band) return { x: band.x, y: 0, width: band.width, height: layout.bandRow.height };
    for (const branch of layout.branches) {
      const inner = branch.bands.find(({ stageId }) => stageId === thing.id);
      if (inner)
        return { x: inner.x, y: branch.bandRow.y, width: inner.width, height: branch.bandRow.height };
    }
    return null;
  }
  if (thing.kind === "lane") {
    const row = layout.rows.find(({ laneId }) => laneId === thing.id);
    return row ? { x: 0, y: row.y, width: 160, height: row.height } : null;
  }
  const found = columnOf(layout, touchpointOf(thing));
  if (!found) return null;
  if (thing.kind === "touchpoint") return cardBox(found.column, found.cards);
  const row = thing.kind === "cell" ? layout.rows.find(({ laneId }) => laneId === thing.laneId) : found.curve;
  return row ? cellBox(found.column, row) : null;
}
