import { z } from "zod";
import { journeyId } from "./journeys.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What a comment is about: a thing of the map by its kind and id, or the journey as a whole. */
export const commentedThing = z
  .string()
  .max(200)
  .regex(
    /^(journey|(touchpoint|stage|lane|point|quote):[A-Za-z0-9_-]{1,64}|cell:[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64})$/,
  );

const words = z.string().trim().min(1).max(4000);

/** The author makes the id, so that a comment sent twice is one. An answer names its thread, a new thread its thing. */
export const newComment = z
  .object({ id, thing: commentedThing.optional(), threadId: id.optional(), text: words })
  .refine(
    ({ thing, threadId }) => (thing === undefined) !== (threadId === undefined),
    "name a thing or a thread",
  );
export type NewComment = z.infer<typeof newComment>;

/** `text`: one's own words anew; `resolved`, and `parked` (left for later, in the parking lot): of the comment that began a thread. */
export const commentChange = z
  .object({ text: words, resolved: z.boolean(), parked: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing is asked for");
export type CommentChange = z.infer<typeof commentChange>;

export const commentParams = z.object({ id: journeyId, commentId: id });

/** One remark. `mentionsMe` and `seen` are the asker's own. */
const remark = z.object({
  id,
  by: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  mentionsMe: z.boolean(),
  seen: z.boolean(),
  mayChange: z.boolean(),
  mayRemove: z.boolean(),
});
export type Remark = z.infer<typeof remark>;

/** A thread: its first remark and the answers, oldest first. */
export const commentThread = z.object({
  id,
  thing: commentedThing,
  resolved: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  parked: z.boolean(),
  remarks: z.array(remark),
});
export type CommentThread = z.infer<typeof commentThread>;

/** Threads in the order of their latest remark, newest first. */
export const commentList = z.object({ items: z.array(commentThread), mayComment: z.boolean() });
export type CommentList = z.infer<typeof commentList>;
