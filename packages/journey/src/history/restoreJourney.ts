import type { CommandContext } from "../commands/command.ts";
import { create, remove, TEXT_KEYS } from "../commands/entity.ts";
import { writeText } from "../commands/editText.ts";
import { exportJourney, type JourneyFile, plain } from "../journeyFile.ts";
import type { Entity } from "../read/attributes.ts";
import { done, type Result } from "../result.ts";
import { ENTITY_MAPS, findEntity, metaOf } from "../schema.ts";

type Attributes = Readonly<Record<string, unknown>>;

/** Keys that say how a document is written, not what it says: they stay as they are. */
const KEPT = new Set(["schemaVersion"]);

/** Writes only what differs: who types in the same text keeps their place, and their undo still finds what it knows. */
function bringBack(entity: Entity, textKeys: readonly string[], then: Attributes): void {
  for (const key of entity.keys()) {
    if (Object.hasOwn(then, key) || KEPT.has(key)) continue;
    if (textKeys.includes(key)) writeText(entity, key, "");
    else entity.delete(key);
  }
  for (const [key, value] of Object.entries(then)) {
    if (KEPT.has(key) || JSON.stringify(plain(entity.get(key))) === JSON.stringify(value)) continue;
    if (textKeys.includes(key) && typeof value === "string") writeText(entity, key, value);
    else entity.set(key, value);
  }
}

/**
 * Brings a document to the state that a journey file holds, in one transaction: what was deleted since comes back as it was, what came
 * since is marked deleted, the rest is changed where it differs. Attributes that this code does not know are brought back too; root
 * maps that it does not know are left alone. The people who have the journey open see it as any other change.
 */
export function restoreJourney(
  context: CommandContext,
  file: JourneyFile,
): Result<{ readonly changed: boolean }> {
  const { doc, origin } = context;
  return doc.transact((transaction) => {
    bringBack(metaOf(doc), TEXT_KEYS.meta, file.meta);
    for (const map of ENTITY_MAPS) {
      for (const then of file[map]) {
        const id = String(then.id);
        const known = findEntity(doc, map, id);
        if (known) {
          bringBack(known, TEXT_KEYS[map], then);
          continue;
        }
        const made = create(context, map, then, id);
        if (!made.ok) return made;
      }
    }
    // Only now, when everything is back, can be said what is seen that was not: a stage that came back brings its touchpoints along.
    const present = exportJourney(doc);
    for (const map of ENTITY_MAPS) {
      const then = new Set(file[map].map(({ id }) => id));
      for (const { id } of present[map]) if (!then.has(id)) remove(context, map, String(id), "id");
    }
    return done({ changed: transaction.changed.size > 0 });
  }, origin);
}
