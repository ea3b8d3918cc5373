type Asked = "me" | "ticket" | "state";

/** What `public/opening.js` asked for, for the journey `id`: good answers only, `null` for all else. */
type Ahead = { readonly id: string } & { [one in Asked]?: Promise<Response | null> };

declare global {
  interface Window {
    polkuAhead?: Ahead;
  }
}

/**
 * The answer to a question that was asked before the app ran, once; `null` when it was not asked, not for this journey, or not answered
 * well. `id` is left out for what belongs to no journey.
 */
export async function takeAhead(asked: Asked, id?: string): Promise<Response | null> {
  const ahead = window.polkuAhead;
  if (ahead === undefined || (id !== undefined && ahead.id !== id)) return null;
  const answer = ahead[asked];
  delete ahead[asked];
  return (await answer) ?? null;
}
