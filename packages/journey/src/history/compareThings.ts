import type { Change, ChangeKind } from "./change.ts";

export type Named = { readonly id: string };
export type Pair<T> = { readonly was: T | undefined; readonly now: T | undefined };

/** Everything that is in one list or the other, by id: what is there now in its order, then what is gone. */
export function pairs<T extends Named>(before: Iterable<T>, after: Iterable<T>): Pair<T>[] {
  const gone = new Map([...before].map((one) => [one.id, one]));
  const met = [...after].map((now): Pair<T> => {
    const was = gone.get(now.id);
    gone.delete(now.id);
    return { was, now };
  });
  return [...met, ...[...gone.values()].map((was): Pair<T> => ({ was, now: undefined }))];
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

/** Which of these attributes differ, by name. */
export function changedFields<T extends object>(was: T, now: T, without: readonly (keyof T)[]): string[] {
  const fields = Object.keys(now) as (keyof T & string)[];
  return fields.filter((field) => !without.includes(field) && differs(was[field], now[field]));
}

export function change(
  kind: ChangeKind,
  deed: Change["deed"],
  id: string,
  more: Partial<Omit<Change, "kind" | "deed" | "id">> = {},
): Change {
  return { kind, deed, id, title: "", was: null, now: null, place: null, lane: null, fields: [], ...more };
}

/** Added, deleted, renamed, changed in other ways: what is said of most things in the same way. */
export function compareThings<T extends Named>(
  kind: ChangeKind,
  list: readonly Pair<T>[],
  titleOf: (thing: T) => string,
  without: readonly (keyof T)[],
): Change[] {
  return list.flatMap(({ was, now }): Change[] => {
    if (!was) return now ? [change(kind, "added", now.id, { title: titleOf(now) })] : [];
    if (!now) return [change(kind, "deleted", was.id, { title: titleOf(was) })];
    const [then, title] = [titleOf(was), titleOf(now)];
    const fields = changedFields(was, now, without);
    return [
      ...(then === title ? [] : [change(kind, "renamed", now.id, { title, was: then, now: title })]),
      ...(fields.length === 0 ? [] : [change(kind, "changed", now.id, { title, fields })]),
    ];
  });
}

/** What stands in another place of its list: moving writes the thing's own order key, nobody else's. */
export function moved<T extends { id: string; order: string }>(
  kind: ChangeKind,
  list: readonly Pair<T>[],
  titleOf: (one: T) => string,
): Change[] {
  return list.flatMap(({ was, now }) =>
    was && now && was.order !== now.order ? [change(kind, "moved", now.id, { title: titleOf(now) })] : [],
  );
}
