import { feelingStep, valenceY, type Column, type MapLayout } from "@polku/drawing";

/** What the small map may measure at most, px. */
const MOST = { width: 220, height: 132 } as const;

/** The small map: its size and scale, and what is drawn in it as paths in px of the map. */
export type MinimapShape = {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly stages: string;
  readonly cards: string;
  /** How touchpoints feel, a path for each of the five steps. */
  readonly feelings: readonly { readonly step: number; readonly d: string }[];
};

const rect = (x: number, y: number, width: number, height: number): string =>
  `M${x},${y}h${width}v${height}h${-width}z`;

/** Draws the whole map small: few paths, however many touchpoints. `feeling` is a valence, or null where nothing is known. O(touchpoints). */
export function minimapShape(
  layout: MapLayout,
  feeling: (touchpointId: string) => number | null,
): MinimapShape {
  const { box, bands, branches, rows, grid, cardRow } = layout;
  const scale = Math.min(MOST.width / Math.max(box.width, 1), MOST.height / Math.max(box.height, 1));
  const curve = rows.find(({ kind, collapsed }) => kind === "emotion" && !collapsed);
  const cards: string[] = [];
  const steps = new Map<number, string[]>();
  const path = (
    columns: readonly Column[],
    card: { y: number; height: number },
    lane: typeof curve,
  ): void => {
    for (const { touchpointId, x, width } of columns) {
      if (touchpointId === null) continue;
      cards.push(rect(x + 12, card.y + 12, width - 24, Math.max(0, card.height - 24)));
      const v = feeling(touchpointId);
      if (v === null || !lane) continue;
      const step = feelingStep(v);
      const drawn = steps.get(step) ?? [];
      // At least two px of the small map, or nobody would see it.
      const size = Math.max(2.5 / scale, 24);
      drawn.push(rect(x + 12, valenceY(v, lane) - size / 2, width - 24, size));
      steps.set(step, drawn);
    }
  };
  path(layout.columns, cardRow, curve);
  for (const branch of branches)
    path(branch.columns, branch.cardRow, {
      ...branch.curve,
      laneId: "",
      kind: "emotion",
      collapsed: false,
      frozen: false,
    });
  return {
    scale,
    width: Math.ceil(box.width * scale),
    height: Math.ceil(box.height * scale),
    stages: [
      ...bands.map(({ x, width }) => rect(x, 0, width, grid.height)),
      ...branches.map(({ box: own }) => rect(own.x, own.y, own.width, own.height)),
    ].join(""),
    cards: cards.join(""),
    feelings: [...steps].map(([step, drawn]) => ({ step, d: drawn.join("") })),
  };
}
