/** Letters and digits of any script go on a name; everything else ends it. */
const goesOn = /^[\p{L}\p{N}]/u;

/**
 * Who is called in a text by `@` and their whole name, whatever its case; of two names that fit, the longer. Somebody called twice is named
 * once. (An address like a@b.fi calls nobody: before the `@` stands a letter.)
 */
export function peopleCalled<P extends { id: string; name: string }>(
  text: string,
  people: readonly P[],
): P[] {
  const longestFirst = people
    .filter(({ name }) => name.trim() !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
  const called = new Map<string, P>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = text.slice(index + 1);
    const person = longestFirst.find(
      ({ name }) =>
        rest.slice(0, name.length).toLocaleLowerCase() === name.toLocaleLowerCase() &&
        !goesOn.test(rest.slice(name.length)),
    );
    if (person !== undefined) called.set(person.id, person);
  }
  return [...called.values()];
}
