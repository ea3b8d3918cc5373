import type { z } from "zod";
import { Problem } from "../errors.ts";

/** A part of a form, called `meta` unless told: JSON, checked. Throws `request.invalid`. */
export function readMeta<S extends z.ZodType>(
  schema: S,
  text: string | undefined,
  name = "meta",
): z.output<S> {
  if (text === undefined)
    throw new Problem("request.invalid", { why: `the form has no part called "${name}"` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("request.invalid", { why: `${name} is not JSON` });
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = [name, ...(issue?.path ?? [])].join(".");
  throw new Problem("request.invalid", { why: `${at}: ${issue?.message ?? "not as expected"}` });
}
