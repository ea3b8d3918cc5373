import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";

/** How many of those asked answered, 0..1. A low rate makes bias possible, not certain. */
export interface ResponseRate {
  readonly rate: number | null;
  readonly warn: "low_response_rate" | "response_rate_unknown" | "invalid" | null;
}

/** The response rate of an asked source (method A7). */
export function responseRate(
  invited: number | null | undefined,
  responded: number | null | undefined,
  conventions: Conventions = CONVENTIONS,
): ResponseRate {
  if (invited === null || invited === undefined) {
    return { rate: null, warn: "response_rate_unknown" };
  }
  if (!(invited > 0)) return { rate: null, warn: "invalid" };
  if (responded === null || responded === undefined) {
    return { rate: null, warn: "response_rate_unknown" };
  }
  if (!(responded >= 0) || responded > invited) return { rate: null, warn: "invalid" };
  const rate = responded / invited;
  return { rate, warn: rate < conventions.lowResponse ? "low_response_rate" : null };
}
