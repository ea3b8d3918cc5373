/** Why a command was not carried out. `code` is stable; the interface says it in the person's language. */
export type Refusal = {
  readonly ok: false;
  readonly code:
    | "unknown_command"
    | "arguments_not_an_object"
    | "missing"
    | "wrong_type"
    | "out_of_range"
    | "too_long"
    | "unknown_value"
    | "not_found"
    | "not_allowed_here"
    | "journey_full"
    | "locked"
    | "too_deep";
  /** The argument or the thing it is about. */
  readonly field: string;
  /** What would have been accepted, when that can be said. */
  readonly allowed?: readonly (string | number)[];
};

export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: Refusal["code"],
  field: string,
  allowed?: readonly (string | number)[],
): Refusal {
  return allowed ? { ok: false, code, field, allowed } : { ok: false, code, field };
}
