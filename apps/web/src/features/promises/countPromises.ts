import type { PromiseView } from "@polku/journey";

/** How many promises are open, kept and broken. */
export type PromiseCounts = Readonly<Record<PromiseView["status"], number>>;

export function countPromises(promises: readonly PromiseView[]): PromiseCounts {
  const of = (status: PromiseView["status"]): number =>
    promises.filter((promise) => promise.status === status).length;
  return { open: of("open"), kept: of("kept"), broken: of("broken") };
}
