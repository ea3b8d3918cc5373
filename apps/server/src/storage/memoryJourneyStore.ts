import type { JourneyStore } from "./journeyStore.ts";
import type { JourneyRow } from "./tables.ts";

/** A list of journeys that lives as long as the process. */
export function memoryJourneyStore(): JourneyStore {
  const rows = new Map<string, JourneyRow>();
  const isThere = (row: JourneyRow) => row.deletedAt === null;
  return {
    add: async (journey) => {
      if (rows.has(journey.id)) throw new Error(`There is a journey "${journey.id}" already.`);
      rows.set(journey.id, { ...journey });
    },
    find: async (id) => {
      const row = rows.get(id);
      return row !== undefined && isThere(row) ? { ...row } : undefined;
    },
    list: async () =>
      [...rows.values()]
        .filter(isThere)
        .map((row) => ({ ...row }))
        .toSorted((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1)),
    findTrashed: async (id) => {
      const row = rows.get(id);
      return row !== undefined && !isThere(row) ? { ...row } : undefined;
    },
    listTrashed: async () =>
      [...rows.values()]
        .filter((row) => !isThere(row))
        .map((row) => ({ ...row }))
        .toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || (a.id < b.id ? -1 : 1)),
    change: async (id, change) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, ...change });
    },
  };
}
