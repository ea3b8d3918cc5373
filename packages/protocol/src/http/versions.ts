import { CHANGE_DEEDS, CHANGE_KINDS, LANE_KINDS } from "@polku/journey";
import { z } from "zod";
import { journeyId } from "./journeys.ts";

const versionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const versionParams = z.object({ id: journeyId, versionId });

export const versionName = z.object({ name: z.string().trim().min(1).max(120) });
export type VersionName = z.infer<typeof versionName>;

/** Somebody who changed the journey, and how many of their changes arrived. */
const doer = z.object({ id: z.string(), name: z.string(), edits: z.number().int() });

/**
 * A version of a journey. `kind` says why it was kept: `auto` by the clock, `named` by a person, `before-restore` because somebody brought
 * an older one back. `people` changed something since the version before it.
 */
export const versionEntry = z.object({
  id: versionId,
  at: z.iso.datetime(),
  kind: z.enum(["auto", "named", "before-restore"]),
  name: z.string().nullable(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  people: z.array(doer),
});
export type VersionEntry = z.infer<typeof versionEntry>;

/** Newest first; `since` are the people who changed something after the newest. */
export const versionList = z.object({ items: z.array(versionEntry), since: z.array(doer) });
export type VersionList = z.infer<typeof versionList>;

/** A version with the journey as it was: quotes by their ids, never their words. */
export const wholeVersion = versionEntry.extend({ journey: z.record(z.string(), z.unknown()) });
export type WholeVersion = z.infer<typeof wholeVersion>;

/** With what a version is compared: the one before it, the journey as it stands, or another version by its id. */
export const compareQuery = z.object({ with: versionId.default("previous") });

const said = z.union([z.string(), z.number()]).nullable();

export const change = z.object({
  kind: z.enum(CHANGE_KINDS),
  deed: z.enum(CHANGE_DEEDS),
  id: z.string(),
  title: z.string(),
  was: said,
  now: said,
  place: z.string().nullable(),
  lane: z.object({ kind: z.enum(LANE_KINDS), title: z.string() }).nullable(),
  fields: z.array(z.string()),
});

/** What was done from the older to the newer; `null` stands for an empty journey as `from`, and for the journey of now as `to`. */
export const versionChanges = z.object({
  from: versionEntry.nullable(),
  to: versionEntry.nullable(),
  people: z.array(doer),
  /** The first 500; `total` counts all. */
  changes: z.array(change),
  total: z.number().int(),
});
export type VersionChanges = z.infer<typeof versionChanges>;

/** `kept` is the version of the state before; `changed` is false when the journey already was as the version. */
export const restored = z.object({ kept: versionEntry, changed: z.boolean() });
export type Restored = z.infer<typeof restored>;
