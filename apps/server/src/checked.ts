import type { z } from "zod";
import finnish from "zod/v4/locales/fi.js";
import { Problem } from "./errors.ts";

const inFinnish = { error: finnish().localeError };

/** The first thing that is wrong, and where: `body.name: …`. */
function firstWrong({ issues: [issue] }: z.ZodError, where: string): string {
  const path = [where, ...(issue?.path ?? [])].filter((part) => part !== "").join(".");
  return `${path}: ${issue?.message ?? ""}`;
}

/**
 * A value as its schema reads it; `where` is what it is a part of, "" for a whole. Throws a problem that says in both languages what is
 * wrong first.
 */
export function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: string,
  code: "request.invalid" | "import.notJourney" = "request.invalid",
): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const again = schema.safeParse(value, inFinnish);
  throw new Problem(code, {
    why: { en: firstWrong(read.error, where), fi: firstWrong(again.error ?? read.error, where) },
  });
}
