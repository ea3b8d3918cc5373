import type { Language } from "../meta.ts";
import type { LaneKind } from "../lane.ts";
import { ordersAfter } from "../order.ts";
import { metaOf, SCHEMA_VERSION } from "../schema.ts";
import { create, fill, TEXT_KEYS } from "../commands/entity.ts";
import type { CommandContext } from "../commands/command.ts";

/** The lanes a new journey begins with; their names are said by the interface in the reader's language until somebody renames them. */
export const FIRST_LANES: readonly LaneKind[] = [
  "customer_action",
  "touchpoint",
  "emotion",
  "evidence",
  "expectation",
  "pain",
  "opportunity",
  "line_of_visibility",
  "backstage",
  "system",
];

const FIRST_STAGES: Readonly<Record<Language, readonly string[]>> = {
  en: ["Before", "During", "After"],
  fi: ["Ennen", "Aikana", "Jälkeen"],
};

export type Seed = {
  readonly title: string;
  readonly lang: Language;
  readonly sample?: boolean;
  readonly notice?: string;
};

/** Writes what is said of the whole journey. Done once, by the server, when the journey is made. */
export function seedMeta(context: CommandContext, seed: Seed): void {
  const meta = metaOf(context.doc);
  fill(meta, TEXT_KEYS.meta, {
    title: seed.title,
    lang: seed.lang,
    sample: seed.sample,
    notice: seed.notice,
  });
  meta.set("schemaVersion", SCHEMA_VERSION);
}

/**
 * Fills a fresh document: three stages, one empty touchpoint in each, and the usual lanes. Only the server seeds, once, when it makes the
 * journey: two seeds of one document would double it.
 */
export function seedJourney(context: CommandContext, seed: Seed): void {
  context.doc.transact(() => {
    seedMeta(context, seed);
    const laneOrders = ordersAfter(null, FIRST_LANES.length);
    FIRST_LANES.forEach((kind, i) => create(context, "lanes", { kind, order: laneOrders[i] }));
    const titles = FIRST_STAGES[seed.lang];
    const stageOrders = ordersAfter(null, titles.length);
    titles.forEach((title, i) => {
      const stage = create(context, "stages", { title, order: stageOrders[i] });
      if (stage.ok) create(context, "touchpoints", { title: "", note: "", at: [stage.value.id, "a0"] });
    });
  }, context.origin);
}
