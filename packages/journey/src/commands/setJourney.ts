import { JOURNEY_LEVELS } from "../meta.ts";
import { done, refuse } from "../result.ts";
import { metaOf } from "../schema.ts";
import { command } from "./command.ts";
import { assign } from "./entity.ts";
import { optional, patch, type Field } from "./field.ts";

const level: Field<number> = (value, name) => {
  const found = JOURNEY_LEVELS.find((one) => one === value);
  if (found !== undefined) return done(found);
  return typeof value === "number"
    ? refuse("out_of_range", name, [0, JOURNEY_LEVELS.length - 1])
    : refuse("wrong_type", name);
};

/** Sets what is said of the journey as a whole: how closely it looks. */
export const setJourney = command(
  "setJourney",
  { set: patch({ level: optional(level) }) },
  ({ doc }, { set }) => {
    assign(metaOf(doc), set);
    return done({ id: "meta" });
  },
);
