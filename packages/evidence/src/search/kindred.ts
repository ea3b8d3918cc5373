import { nominalForms } from "./nominal.ts";
import { verbForms } from "./verb.ts";

/**
 * Words of one root that a person looking for one of them means too, though no rule of inflection leads from one to the other: who asks for
 * queues wants those who queued. Only such pairs of everyday service talk as name the same event; a family a line, dictionary forms.
 */
const families = [
  "jono jonottaa jonotus jonottaminen",
  "odottaa odotus odottaminen odotella",
  "soitto soittaa soittaminen",
  "viive viivästyä viivästys",
  "myöhässä myöhästyä myöhästyminen",
  "pätkiä pätkiminen",
  "peruuttaa peruutus peruuttaminen",
  "toimitus toimittaa toimittaminen",
  "korjaus korjata korjaaminen",
  "palautus palauttaa palauttaminen",
  "hyvitys hyvittää",
  "valitus valittaa valittaminen",
].map((line) => line.split(" "));

const known = new Map<readonly string[], readonly string[]>();

/** All forms of the relatives of the word that a typed form may be of; none for most words. */
export function kindredForms(
  word: string,
  nouns: ReadonlySet<string>,
  forms: ReadonlySet<string>,
): readonly string[] {
  const own = families.find((family) =>
    family.some((one) => one === word || nouns.has(one) || (isVerb(one) && forms.has(one))),
  );
  if (own === undefined) return [];
  const made = known.get(own) ?? [
    ...new Set(own.flatMap((one) => (isVerb(one) ? verbForms(one) : nominalForms(one)))),
  ];
  known.set(own, made);
  return made;
}

function isVerb(word: string): boolean {
  return /[aä]$/.test(word);
}
