import type { JourneyDoc } from "../schema.ts";
import { refuse, type Result } from "../result.ts";
import { readFields, type Args, type Fields } from "./field.ts";
import { lockOn } from "./locks.ts";

/**
 * What a command needs from the world. The pure floors have no clock and no random, so both come in here; `origin` says whose change it
 * is: undo takes back only its own (RULES J8).
 */
export type CommandContext = {
  readonly doc: JourneyDoc;
  readonly origin: unknown;
  /** Id of the person who makes the change. */
  readonly by: string;
  readonly newId: () => string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
};

/** What a command made or touched. */
export type Touched = { readonly id: string };

export type Command<F extends Fields> = {
  readonly name: string;
  readonly fields: F;
  /** Carries the command out in one transaction, or says why not and changes nothing. */
  readonly run: (context: CommandContext, args: Args<F>) => Result<Touched>;
};

/**
 * Declares a command: its name on the wire, its arguments, and what it does inside one transaction. What its arguments name must not be
 * locked, unless the command is one that goes on under a lock: pins, saved views, the locks themselves (RULES J18).
 */
export function command<F extends Fields>(
  name: string,
  fields: F,
  run: (context: CommandContext, args: Args<F>) => Result<Touched>,
  underLock: "refused" | "goes on" = "refused",
): Command<F> {
  return {
    name,
    fields,
    run: (context, args) => {
      const lock = underLock === "refused" ? lockOn(context.doc, name, args) : null;
      if (lock !== null) return refuse("locked", lock);
      return context.doc.transact(() => run(context, args), context.origin);
    },
  };
}

/** Reads foreign arguments and carries the command out. */
export function runUntrusted<F extends Fields>(
  one: Command<F>,
  context: CommandContext,
  args: unknown,
): Result<Touched> {
  const read = readFields(one.fields, args);
  return read.ok ? one.run(context, read.value) : read;
}
