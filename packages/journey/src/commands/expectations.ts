// What customers hope for changes over time; what they hoped for before is kept (RULES J30).
import { VALENCE } from "../emotionPoint.ts";
import { readRecord } from "../read/attributes.ts";
import { done, refuse } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, nullable, number, optional, patch, text, type Field } from "./field.ts";
import { setAttributes } from "./touchpoints.ts";

/** A day or a moment, ISO 8601. */
const when: Field<string> = (value, name) => {
  const read = text(40)(value, name);
  if (!read.ok) return read;
  return /^\d{4}-\d{2}-\d{2}/.test(read.value) && Number.isFinite(Date.parse(read.value))
    ? read
    : refuse("wrong_type", name, ["2026-05-01"]);
};

const why = optional(nullable(text(2_000)));

/**
 * Sets what is hoped for at a touchpoint from now on, and keeps what was hoped for until then, with the day and the reason. Refused where
 * nothing was hoped for: that is no change, but the first that is known.
 */
export const changeExpectation = command(
  "changeExpectation",
  {
    touchpointId: id,
    desired: number(VALENCE.min, VALENCE.max),
    adequate: optional(nullable(number(VALENCE.min, VALENCE.max))),
    formedBy: optional(nullable(text(500))),
    until: when,
    why,
  },
  (context, { touchpointId, desired, adequate = null, formedBy = null, until, why: reason }) => {
    const touchpoint = living(context, "touchpoints", touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const before = readRecord(touchpoint.value, "expectation");
    if (typeof before.desired !== "number") return refuse("not_allowed_here", "touchpointId");
    const made = create(context, "pastExpectations", {
      ...before,
      touchpointId,
      until,
      why: reason,
      by: context.by,
    });
    if (made.ok) setAttributes(touchpoint.value, { expectation: { desired, adequate, formedBy } });
    return made;
  },
);

/** Corrects until when something was hoped for, and why that changed. */
export const setPastExpectation = command(
  "setPastExpectation",
  { pastId: id, set: patch({ until: optional(nullable(when)), why }) },
  (context, { pastId, set }) => {
    const past = living(context, "pastExpectations", pastId, "pastId");
    if (!past.ok) return past;
    assign(past.value, set);
    return done({ id: pastId });
  },
);

export const deletePastExpectation = command("deletePastExpectation", { pastId: id }, (context, { pastId }) =>
  remove(context, "pastExpectations", pastId, "pastId"),
);
