// What can be done with what was promised to the customer.
import { PROMISE_STATUSES } from "../promise.ts";
import { done } from "../result.ts";
import { command } from "./command.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, nullable, oneOf, optional, patch, text } from "./field.ts";

const moment = optional(nullable(text(40)));

/** Writes down a promise at the touchpoint where it was made; it is open until somebody says what became of it. */
export const addPromise = command(
  "addPromise",
  { touchpointId: id, text: optional(text(2_000)), dueAt: moment },
  (context, args) => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    return create(context, "promises", { ...args, text: args.text ?? "", status: "open" });
  },
);

/** Says when a promise is due, whether it was kept, and at which touchpoint the customer noticed. */
export const setPromise = command(
  "setPromise",
  {
    promiseId: id,
    set: patch({
      status: optional(oneOf(PROMISE_STATUSES)),
      dueAt: moment,
      keptAt: moment,
      noticedAt: optional(nullable(id)),
    }),
  },
  (context, args) => {
    const promise = living(context, "promises", args.promiseId, "promiseId");
    if (!promise.ok) return promise;
    if (args.set.noticedAt) {
      const noticed = living(context, "touchpoints", args.set.noticedAt, "set.noticedAt");
      if (!noticed.ok) return noticed;
    }
    assign(promise.value, args.set);
    return done({ id: args.promiseId });
  },
);

export const deletePromise = command("deletePromise", { promiseId: id }, (context, args) =>
  remove(context, "promises", args.promiseId, "promiseId"),
);
