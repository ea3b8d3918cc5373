const prefix = "journey/";
const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** True for what may be a journey's id: letters, digits, `_` and `-`, at most 64. Anything else is never looked up. */
export function isJourneyId(text: string): boolean {
  return idPattern.test(text);
}

/** The name of a journey's document on both sockets: `journey/{id}`. */
export function documentOf(journeyId: string): string {
  return prefix + journeyId;
}

/** The journey that a document name stands for, or `undefined` when the name is not one of ours. */
export function journeyOf(documentName: string): string | undefined {
  if (!documentName.startsWith(prefix)) return undefined;
  const id = documentName.slice(prefix.length);
  return isJourneyId(id) ? id : undefined;
}
