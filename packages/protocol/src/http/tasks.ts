import { z } from "zod";
import { commentedThing } from "./comments.ts";
import { journeyId } from "./journeys.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const text = z.string().trim().min(1).max(1000);
/** Who sees to it, by the name that the team uses. */
const owner = z.string().trim().min(1).max(80).nullable();
/** The day by which it is done. */
const dueOn = z.iso.date().nullable();

/** The author makes the id, so that a task sent twice is one. `commentId` names the thread it came from. */
export const newTask = z.object({
  id,
  thing: commentedThing,
  text,
  owner: owner.default(null),
  dueOn: dueOn.default(null),
  commentId: id.nullable().default(null),
});
export type NewTask = z.input<typeof newTask>;

export const taskChange = z
  .object({ text, owner, dueOn, done: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing is asked for");
export type TaskChange = z.infer<typeof taskChange>;

export const taskParams = z.object({ id: journeyId, taskId: id });

export const task = z.object({
  id,
  thing: commentedThing,
  text: z.string(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  commentId: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  done: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  /** Its author and whoever may edit the journey may change its words and remove it; whoever may comment says that it is done. */
  mayChange: z.boolean(),
});
export type Task = z.infer<typeof task>;

/** What is not done first, the nearest day first; then what is done, the latest first. */
export const taskList = z.object({ items: z.array(task), mayAdd: z.boolean() });
export type TaskList = z.infer<typeof taskList>;
