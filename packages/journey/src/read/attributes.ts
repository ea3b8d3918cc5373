// How one attribute of an entity is read. A foreign client may have written anything: each reader answers with a value of its type,
// never with an error (RULES J3).
import * as Y from "yjs";

/** One entity of the document: a Y.Map under its id in one of the root maps. */
export type Entity = Y.Map<unknown>;

/** The text of a Y.Text (or of a plain string that a foreign client wrote); empty when there is none. */
export function readText(entity: Entity, key: string): string {
  const value = entity.get(key);
  if (value instanceof Y.Text) return value.toString();
  return typeof value === "string" ? value : "";
}

export function readString(entity: Entity, key: string): string | null {
  const value = entity.get(key);
  return typeof value === "string" && value !== "" ? value : null;
}

export function readOneOf<T extends string>(
  entity: Entity,
  key: string,
  allowed: readonly T[],
  fallback: T,
): T {
  return asOneOf(entity.get(key), allowed) ?? fallback;
}

export function readMaybeOneOf<T extends string>(
  entity: Entity,
  key: string,
  allowed: readonly T[],
): T | null {
  return asOneOf(entity.get(key), allowed);
}

function asOneOf<T extends string>(value: unknown, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === value) ?? null;
}

export function readFlag(entity: Entity, key: string, fallback: boolean): boolean {
  const value = entity.get(key);
  return typeof value === "boolean" ? value : fallback;
}

/** A number clamped to its range, or null when it is missing or is no number. */
export function readNumber(entity: Entity, key: string, min: number, max: number): number | null {
  return asNumber(entity.get(key), min, max);
}

export function asNumber(value: unknown, min: number, max: number): number | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  return Math.min(max, Math.max(min, value));
}

export function readStrings(entity: Entity, key: string): readonly string[] {
  const value = entity.get(key);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** A plain object attribute ("what belongs together is one key"); an empty one when it is missing. */
export function readRecord(entity: Entity, key: string): Readonly<Record<string, unknown>> {
  const value = entity.get(key);
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType)
  );
}

/** Deleted entities stay in the document with a mark, so that a concurrent edit is not lost and undo can bring them back (RULES J7). */
export function isDeleted(entity: Entity): boolean {
  return entity.get("deleted") != null;
}
