import type { Quote } from "../api/quotes.ts";

/** What one person said, and what they were seen doing: words of the customer's own, beside what somebody observed. */
export type SaidAndDid = {
  readonly person: string;
  readonly said: readonly Quote[];
  readonly did: readonly Quote[];
};

/** Words of the customer's own, what somebody observed, or neither. */
export function sideOf({
  manner,
  speaker,
  withdrawn,
}: Pick<Quote, "manner" | "speaker" | "withdrawn">): "said" | "did" | null {
  if (withdrawn) return null;
  if (manner === "observed") return "did";
  return manner === "stated" && speaker === "customer" ? "said" : null;
}

/**
 * Pairs quotes of the same person of which some were said and some observed; somebody without a key is the contact they wrote. What an
 * employee or a bot says in a customer's contact is nothing that the customer said; withdrawn quotes count for nothing.
 */
export function saidAndDid(quotes: readonly Quote[]): SaidAndDid[] {
  const counted = quotes.filter((quote) => sideOf(quote) !== null);
  const people = new Set(counted.map(personOf));
  return [...people]
    .map((person): SaidAndDid => {
      const own = counted.filter((quote) => personOf(quote) === person);
      return {
        person,
        said: own.filter((quote) => sideOf(quote) === "said"),
        did: own.filter((quote) => sideOf(quote) === "did"),
      };
    })
    .filter(({ said, did }) => said.length > 0 && did.length > 0);
}

function personOf({ respondentKey, itemId }: Quote): string {
  return respondentKey ?? `contact ${itemId}`;
}

/** One thing said beside one thing done, as somebody of the team joined them; they may be of two people. */
export type JoinedPair = { readonly said: Quote; readonly did: Quote };

/**
 * The pairs that people joined in which one of `here` stands, each once. Left out are those that `found` shows already, and those of which a
 * quote is withdrawn, told otherwise since, or not known.
 */
export function joinedPairs(
  here: readonly Quote[],
  known: ReadonlyMap<string, Quote>,
  found: readonly SaidAndDid[],
): JoinedPair[] {
  const pairs = new Map<string, JoinedPair>();
  for (const quote of here)
    for (const id of quote.joined ?? []) {
      const both = [quote, known.get(id)];
      const said = both.find((one) => one !== undefined && sideOf(one) === "said");
      const did = both.find((one) => one !== undefined && sideOf(one) === "did");
      if (said !== undefined && did !== undefined) pairs.set(`${said.id} ${did.id}`, { said, did });
    }
  const shows = (list: readonly Quote[], { id }: Quote): boolean => list.some((one) => one.id === id);
  return [...pairs.values()].filter(
    ({ said, did }) => !found.some((one) => shows(one.said, said) && shows(one.did, did)),
  );
}
