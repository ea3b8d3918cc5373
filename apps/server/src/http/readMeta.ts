import type { z } from "zod";
import { Problem } from "../errors.ts";

/** The part `meta` of a form: JSON, checked. Throws `request.invalid`. */
export function readMeta<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> {
  if (text === undefined) throw new Problem("request.invalid", { why: 'the form has no part called "meta"' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("request.invalid", { why: "meta is not JSON" });
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = ["meta", ...(issue?.path ?? [])].join(".");
  throw new Problem("request.invalid", { why: `${at}: ${issue?.message ?? "not as expected"}` });
}
