import type { z } from "zod";
import { Problem } from "../errors.ts";
import { checked } from "../checked.ts";

/** A part of a form, called `meta` unless told: JSON, checked. Throws `request.invalid`. */
export function readMeta<S extends z.ZodType>(
  schema: S,
  text: string | undefined,
  name = "meta",
): z.output<S> {
  if (text === undefined)
    throw new Problem("request.invalid", {
      why: { en: `the form has no part called "${name}"`, fi: `lomakkeessa ei ole osaa ”${name}”` },
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("request.invalid", { why: { en: `${name} is not JSON`, fi: `${name} ei ole JSONia` } });
  }
  return checked(schema, value, name);
}
