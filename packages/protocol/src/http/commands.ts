import { z } from "zod";

/** One command by its name in `packages/journey/src/commands`. The same `id` sent again answers what the first answered. */
export const oneCommand = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  args: z.record(z.string(), z.unknown()).default({}),
});
export type OneCommand = z.input<typeof oneCommand>;

export const commands = z.union([oneCommand, z.array(oneCommand).min(1).max(500)]);

export const commandResult = z.object({
  id: z.string(),
  ok: z.boolean(),
  /** What the command made or touched, when it was carried out. */
  value: z.object({ id: z.string() }).optional(),
  /** Why it was not carried out: a stable code, the argument it is about, and what would have been accepted. */
  code: z.string().optional(),
  field: z.string().optional(),
  allowed: z.array(z.union([z.string(), z.number()])).optional(),
});
export type CommandResult = z.infer<typeof commandResult>;

export const commandResults = z.object({ results: z.array(commandResult) });
export type CommandResults = z.infer<typeof commandResults>;
