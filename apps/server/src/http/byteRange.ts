/** A part of something: bytes `from` to `to`, the last not included. */
export type ByteRange = { from: number; to: number };

/**
 * What a `Range` header asks of `size` bytes (RFC 9110, 14.2): one range, the whole when there is none or one that is not understood, or
 * "outside".
 */
export function byteRange(header: string | undefined, size: number): ByteRange | "whole" | "outside" {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = asked ?? [];
  if (asked === null || (first === "" && last === "")) return "whole";
  if (first === "")
    return Number(last) === 0 ? "outside" : { from: Math.max(0, size - Number(last)), to: size };
  const from = Number(first);
  if (from >= size) return "outside";
  if (last !== "" && Number(last) < from) return "whole";
  return { from, to: last === "" ? size : Math.min(size, Number(last) + 1) };
}
