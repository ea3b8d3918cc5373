import type { JourneyView } from "@polku/journey";

/** What kinds of changes a step of undo is called after. */
export const STEP_DEEDS = [
  "add",
  "delete",
  "move",
  "edit",
  "split",
  "merge",
  "paste",
  "replace",
  "lock",
  "restore",
  "bend",
  "pin",
  "change",
] as const;

/** A step of undo: what was done, and to what; the title is empty when the thing has none. */
export type Step = {
  readonly deed: (typeof STEP_DEEDS)[number];
  readonly title: string;
  /** How many things it was done to, when it was several. */
  readonly count?: number;
};

const DEEDS: readonly (readonly [RegExp, Step["deed"]])[] = [
  [/^bendArrow$/, "move"],
  [/^(add|open)EmotionPoint$|^bend|^deleteEmotionPoint$/, "bend"],
  [/^(pin|unpin|setPin)/, "pin"],
  [/^(add|open)/, "add"],
  [/^delete/, "delete"],
  [/^move|^place|^stack/, "move"],
  [/^edit/, "edit"],
  [/^split/, "split"],
  [/^merge/, "merge"],
  [/^paste/, "paste"],
  [/^replace/, "replace"],
  [/^setLock/, "lock"],
  [/^restore/, "restore"],
];

function first(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" ? one : undefined;
}

function firstPlaced(places: unknown): string | undefined {
  const [one]: unknown[] = Array.isArray(places) ? places : [];
  return typeof one === "object" && one !== null && "shapeId" in one ? first(one.shapeId) : undefined;
}

function titleOf(view: JourneyView, args: Readonly<Record<string, unknown>>): string {
  const stages = () =>
    [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)].flatMap(({ stages: own }) => own);
  const shape =
    first(args.shapeId) ??
    first(args.shapeIds) ??
    firstPlaced(args.places) ??
    first(args.on === "shapes" || args.map === "shapes" ? args.id : undefined);
  if (shape) return view.shapes.get(shape)?.text.trim().slice(0, 40) ?? "";
  const touchpoint =
    first(args.touchpointId) ??
    first(args.touchpointIds) ??
    first(args.on === "touchpoints" ? args.id : undefined);
  if (touchpoint) return view.touchpoints.get(touchpoint)?.title ?? "";
  const lane = first(args.laneId) ?? first(args.on === "lanes" ? args.id : undefined);
  if (lane) return view.lanes.find(({ id }) => id === lane)?.title ?? "";
  const stage =
    first(args.stageId) ?? first(args.on === "stages" || args.map === "stages" ? args.id : undefined);
  if (stage) return stages().find(({ id }) => id === stage)?.title ?? "";
  const sub = first(args.subJourneyId);
  if (sub) return view.subJourneys.get(sub)?.title ?? "";
  const point = first(args.pointId);
  if (!point) return "";
  return (
    [...view.touchpoints.values()].find(({ points }) => points.some(({ id }) => id === point))?.title ?? ""
  );
}

/** What a command will be called in "Undo …", read before it is carried out: afterwards a deleted thing has no title. */
export function stepOf(view: JourneyView, command: string, args: Readonly<Record<string, unknown>>): Step {
  const deed = DEEDS.find(([pattern]) => pattern.test(command))?.[1] ?? "change";
  const lists = [
    args.touchpointIds,
    args.stageIds,
    args.laneIds,
    args.pointIds,
    args.cells,
    args.shapeIds,
    args.places,
  ];
  const count = lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  return { deed, title: titleOf(view, args), ...(count > 1 ? { count } : {}) };
}
