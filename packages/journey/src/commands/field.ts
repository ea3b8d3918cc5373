import { isRecord } from "../read/attributes.ts";
import { isWebAddress } from "../touchpoint.ts";
import { done, refuse, type Result } from "../result.ts";

/** Reads one argument of a command: the value, or a refusal that names the field and what would have been accepted. */
export type Field<T> = (value: unknown, name: string) => Result<T>;

/** Longest text of one field, in UTF-16 code units. */
export const TEXT_LIMIT = 20_000;
const ID = /^[\w.:-]{1,100}$/;

export const id: Field<string> = (value, name) => {
  if (typeof value !== "string") return refuse(value === undefined ? "missing" : "wrong_type", name);
  return ID.test(value) && value !== "__proto__" ? done(value) : refuse("wrong_type", name);
};

export function text(limit = TEXT_LIMIT): Field<string> {
  return (value, name) => {
    if (typeof value !== "string") return refuse(value === undefined ? "missing" : "wrong_type", name);
    return value.length <= limit ? done(value) : refuse("too_long", name, [limit]);
  };
}

/** An address of the web, http or https: nothing else may become something to press. */
export const webAddress: Field<string> = (value, name) => {
  const read = text(2_000)(value, name);
  if (!read.ok) return read;
  return isWebAddress(read.value) ? read : refuse("unknown_value", name, ["http://…", "https://…"]);
};

/** An object whose members are all read. */
export function record<F extends Fields>(fields: F): Field<Args<F>> {
  return (value, name) => {
    const read = readFields(fields, value);
    return read.ok ? read : { ...read, field: `${name}.${read.field}` };
  };
}

export function number(min: number, max: number): Field<number> {
  return (value, name) => {
    if (typeof value !== "number" || Number.isNaN(value))
      return refuse(value === undefined ? "missing" : "wrong_type", name);
    return value >= min && value <= max ? done(value) : refuse("out_of_range", name, [min, max]);
  };
}

/** A place in a list: a whole number from 0; beyond the end means the end. */
export const index: Field<number> = (value, name) =>
  Number.isInteger(value) ? number(0, Number.MAX_SAFE_INTEGER)(value, name) : refuse("wrong_type", name);

export const flag: Field<boolean> = (value, name) =>
  typeof value === "boolean" ? done(value) : refuse(value === undefined ? "missing" : "wrong_type", name);

export function oneOf<T extends string>(allowed: readonly T[]): Field<T> {
  return (value, name) => {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return done(found);
    return value === undefined ? refuse("missing", name, allowed) : refuse("unknown_value", name, allowed);
  };
}

export function listOf<T>(field: Field<T>, limit = 1_000): Field<T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) return refuse("wrong_type", name);
    if (value.length > limit) return refuse("too_long", name, [limit]);
    const items: T[] = [];
    for (const [i, one] of value.entries()) {
      const read = field(one, `${name}[${i}]`);
      if (!read.ok) return read;
      items.push(read.value);
    }
    return done(items);
  };
}

export function optional<T>(field: Field<T>): Field<T | undefined> {
  return (value, name) => (value === undefined ? done(undefined) : field(value, name));
}

/** Null empties the attribute. */
export function nullable<T>(field: Field<T>): Field<T | null> {
  return (value, name) => (value === null ? done(null) : field(value, name));
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The arguments that some fields read: those whose field may answer undefined are optional. */
export type Args<F extends Fields> = {
  [K in keyof F as undefined extends Read<F[K]> ? never : K]: Read<F[K]>;
} & { [K in keyof F as undefined extends Read<F[K]> ? K : never]?: Read<F[K]> | undefined };

type Read<F> = F extends Field<infer T> ? T : never;

/** Reads all fields of an object; a field nobody declared is refused, so that a misspelt name is not passed over in silence. */
export function readFields<F extends Fields>(fields: F, args: unknown): Result<Args<F>> {
  if (!isRecord(args)) return refuse("arguments_not_an_object", "args");
  const stranger = Object.keys(args).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined) return refuse("unknown_value", stranger, Object.keys(fields));
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const result = field(args[name], name);
    if (!result.ok) return result;
    if (result.value !== undefined) read[name] = result.value;
  }
  return done(read as Args<F>);
}

/** An object of optional attributes, at least one of them given. */
export function patch<F extends Fields>(fields: F): Field<Args<F>> {
  return (value, name) => {
    const read = readFields(fields, value);
    if (!read.ok) return { ...read, field: `${name}.${read.field}` };
    return Object.keys(read.value).length > 0 ? read : refuse("missing", name, Object.keys(fields));
  };
}
