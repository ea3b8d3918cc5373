import { JOURNEY_FORMAT, ordersAfter, readJourneyFile } from "@polku/journey";
import type { Channel, ContactKind, JourneyFile, LaneKind, Language, SubJourneyKind } from "@polku/journey";
import { makeId } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";

/** A journey as other programs can say it: rows in time order, a text for each lane. */
export type PlannedJourney = {
  readonly title: string;
  /** Lanes that hold texts, in order; a row's texts are found by their place here. */
  readonly lanes: readonly { readonly kind: LaneKind; readonly title: string }[];
  readonly rows: readonly PlannedRow[];
};

/** A touchpoint, or a stage that has none. */
export type PlannedRow = {
  /** Its place: "3" on the main path, "3.1" the first inside the third. */
  readonly number: string;
  /** The sub-journey it belongs to; null on the main path. */
  readonly inside: { readonly kind: SubJourneyKind; readonly title: string } | null;
  readonly stage: string;
  /** Null: the stage stands there with nothing in it. */
  readonly touchpoint: PlannedTouchpoint | null;
};

export type PlannedTouchpoint = {
  readonly title: string;
  readonly note: string;
  readonly channel: Channel | null;
  readonly contactKind: ContactKind | null;
  readonly official: boolean;
  readonly mot: boolean;
  /** The team's points: t 0..1 within the touchpoint, v −2..2. */
  readonly points: readonly (readonly [t: number, v: number])[];
  /** A text for each lane, empty where there is none. */
  readonly texts: readonly string[];
};

type Attributes = Record<string, unknown>;

/** The number of the row that holds this one; empty on the main path. */
export function numberAbove(number: string): string {
  return number.split(".").slice(0, -1).join(".");
}

/** Collects the entities of the file; rows come in time order, so that a row's parent is there before it. */
class Making {
  readonly stages: Attributes[] = [];
  readonly touchpoints: Attributes[] = [];
  readonly cells: Attributes[] = [];
  readonly emotionPoints: Attributes[] = [];
  readonly subJourneys: Attributes[] = [];
  private readonly idOfRow = new Map<string, string>();
  private readonly subJourneyOf = new Map<string, string>();
  private readonly openStage = new Map<
    string,
    { id: string; title: string; order: string; held: string | null }
  >();
  private readonly laneIds: readonly string[];

  constructor(laneIds: readonly string[]) {
    this.laneIds = laneIds;
  }

  /** The sub-journey of a row, made when it is first seen; null on the main path. */
  private path(row: PlannedRow): string | null {
    if (!row.inside) return null;
    const above = numberAbove(row.number);
    const parentTouchpointId = this.idOfRow.get(above);
    if (parentTouchpointId === undefined) return null;
    const key = `${above}\n${row.inside.kind}\n${row.inside.title}`;
    const known = this.subJourneyOf.get(key);
    if (known !== undefined) return known;
    const id = makeId();
    this.subJourneys.push({ id, parentTouchpointId, ...row.inside });
    this.subJourneyOf.set(key, id);
    return id;
  }

  /** The stage of a row: the open one of its path when it has the same name, else the next. */
  private stage(subJourneyId: string | null, row: PlannedRow) {
    const path = subJourneyId ?? "";
    const open = this.openStage.get(path);
    if (open && open.title === row.stage && row.touchpoint) return open;
    const [order = ""] = ordersAfter(open?.order ?? null, 1);
    const next = { id: makeId(), title: row.stage, order, held: null };
    this.stages.push({ id: next.id, title: row.stage, order, ...(subJourneyId ? { subJourneyId } : {}) });
    this.openStage.set(path, next);
    return next;
  }

  add(row: PlannedRow): void {
    const stage = this.stage(this.path(row), row);
    if (!row.touchpoint) return;
    const { points, texts, channel, contactKind, ...rest } = row.touchpoint;
    const [order = ""] = ordersAfter(stage.held, 1);
    stage.held = order;
    const id = makeId();
    this.idOfRow.set(row.number, id);
    this.touchpoints.push({
      id,
      at: [stage.id, order],
      ...rest,
      ...(channel ? { channel } : {}),
      ...(contactKind ? { contactKind } : {}),
    });
    for (const point of points)
      this.emotionPoints.push({ id: makeId(), touchpointId: id, point: [...point] });
    for (const [i, text] of texts.entries()) {
      const laneId = this.laneIds[i];
      if (text !== "" && laneId) this.cells.push({ id: makeId(), laneId, touchpointId: id, text });
    }
  }
}

/** Lanes that a map always has, drawn rather than typed: they stand before the first lane of texts but the customer's own. */
const DRAWN = ["touchpoint", "emotion", "evidence"] as const;

/** The journey file of a plan, with ids of its own. Throws import.notJourney when it is larger than a journey may be. */
export function plannedJourneyFile(plan: PlannedJourney, lang: Language): JourneyFile {
  const after = plan.lanes.findIndex(({ kind }) => kind !== "customer_action" && kind !== "thinking");
  const at = after < 0 ? plan.lanes.length : after;
  const drawn = DRAWN.map((kind) => ({ kind, title: "" }));
  const all = [...plan.lanes.slice(0, at), ...drawn, ...plan.lanes.slice(at)];
  const orders = ordersAfter(null, all.length);
  const lanes = all.map((lane, i) => ({ id: makeId(), ...lane, order: orders[i] ?? "" }));
  const making = new Making(plan.lanes.map((lane) => lanes[all.indexOf(lane)]?.id ?? ""));
  for (const row of plan.rows) making.add(row);
  const { stages, touchpoints, cells, emotionPoints, subJourneys } = making;
  const file = readJourneyFile({
    format: JOURNEY_FORMAT,
    formatVersion: 1,
    meta: { title: plan.title, scope: "", kind: "experience", state: "current", lang },
    stages,
    lanes,
    touchpoints,
    cells,
    emotionPoints,
    subJourneys,
  });
  if (!file.ok) throw new Problem("import.notJourney", { why: `${file.field}: ${file.code}` });
  return file.value;
}
