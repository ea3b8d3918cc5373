import { type ProblemCode, problems } from "@polku/protocol";

/** Why the OpenID provider's way ended here: a code of ours in the address, never a sentence of a stranger. */
export function whyHere(): ProblemCode | null {
  const code = new URLSearchParams(location.search).get("why");
  return code !== null && Object.hasOwn(problems, code) ? (code as ProblemCode) : null;
}
