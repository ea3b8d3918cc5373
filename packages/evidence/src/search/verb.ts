import { strong, weak } from "./gradation.ts";
import { harmony } from "./vowels.ts";

/** The forms of a Finnish verb given its infinitive, of the four common types; none for a word that is no infinitive. Lower case. */
export function verbForms(infinitive: string): string[] {
  const a = harmony(infinitive);
  const u = a === "a" ? "u" : "y";
  const cut = (letters: number): string => infinitive.slice(0, -letters);
  if (infinitive.length < 4 || !/[aä]$/.test(infinitive)) return [];
  if (/[eä]hdä$/.test(infinitive)) return [infinitive, ...see(cut(3))];
  if (/[aeiouyäö]d[aä]$/.test(infinitive)) return [infinitive, ...eat(cut(2), a, u)];
  if (/(ll|nn|rr|st)[aä]$/.test(infinitive)) return [infinitive, ...come(cut(2), a, u)];
  if (/[aeiouyäö]t[aä]$/.test(infinitive) && infinitive.length >= 5)
    return [infinitive, ...want(cut(2), a, u)];
  return /[aeiouyäö][aä]$/.test(infinitive) ? [infinitive, ...help(cut(1), a, u)] : [];
}

const persons = ["n", "t", "mme", "tte"];

function present(closed: readonly string[], open: string, a: string): string[] {
  const third = /(.)\1$/.test(open) ? open : open + (open.at(-1) ?? "");
  return [
    ...closed.flatMap((stem) => [stem, ...persons.map((end) => stem + end)]),
    third,
    `${open}v${a}t`,
    `${open}v${a}`,
  ];
}

function past(closed: readonly string[], open: string, a: string): string[] {
  return [open, `${open}v${a}t`, ...closed.flatMap((stem) => persons.map((end) => stem + end))];
}

function nouns(open: string, a: string): string[] {
  return [
    `${open}m${a}ss${a}`,
    `${open}m${a}st${a}`,
    `${open}m${a}${a}n`,
    `${open}m${a}tt${a}`,
    `${open}minen`,
    `${open}mista`,
    `${open}mist${a}`,
    `${open}misen`,
    ...["n", "t", "mme", "tte", "", `v${a}t`].map((end) => `${open}isi${end}`),
  ];
}

/** auttaa, soittaa, sanoa, etsiä. */
function help(open: string, a: string, u: string): string[] {
  const root = open.slice(0, -1);
  const last = open.at(-1) ?? "";
  const pasts =
    last === "a"
      ? [`${root}i`, `${root}oi`]
      : [last === "o" || last === "u" || last === "y" || last === "ö" ? `${open}i` : `${root}i`];
  const passives = weak(open).map((stem) => (/[aä]$/.test(stem) ? `${stem.slice(0, -1)}e` : stem));
  const softened = /[aä]$/.test(open) && root.endsWith("t") ? [`${root.slice(0, -1)}si`] : [];
  return [
    ...present(weak(open), open, a),
    ...pasts.flatMap((stem) => past(weak(stem), stem, a)),
    ...softened.flatMap((stem) => past([stem], stem, a)),
    ...passives.flatMap((stem) => [
      `${stem}t${a}${a}n`,
      `${stem}ttiin`,
      `${stem}tt${u}`,
      `${stem}tt${a}v${a}`,
    ]),
    `${open}n${u}t`,
    `${open}neet`,
    `${open}k${a}${a}`,
    ...nouns(open, a),
  ];
}

/** saada, syödä, jäädä. */
function eat(open: string, a: string, u: string): string[] {
  const pasts = /(aa|ää|oo|uu)$/.test(open)
    ? [`${open.slice(0, -1)}i`]
    : /(uo|yö|ie)$/.test(open)
      ? [`${open.slice(0, -2)}${open.at(-1) ?? ""}i`]
      : [open, `${open}i`];
  return [
    ...present([open], open, a),
    ...pasts.flatMap((stem) => [...past([stem], stem, a), ...past([`${stem}si`], `${stem}si`, a)]),
    `${open}d${a}${a}n`,
    `${open}tiin`,
    `${open}t${u}`,
    `${open}n${u}t`,
    `${open}neet`,
    ...nouns(open, a),
  ];
}

/** tehdä, nähdä: `root` is te or nä. */
function see(root: string): string[] {
  return [
    ...present([`${root}e`], `${root}ke`, "ä"),
    ...past([`${root}i`], `${root}ki`, "ä"),
    ...["nyt", "neet", "dään", "tiin", "ty"].map((end) => `${root}h${end}`),
    ...nouns(`${root}ke`, "ä"),
  ];
}

const irregularStems: Readonly<Record<string, string>> = { juos: "juokse", seis: "seiso" };

/** tulla, mennä, purra, nousta. `root` ends in the consonant the infinitive doubles: tul, men, pur, nous. */
function come(root: string, a: string, u: string): string[] {
  // kuunnella → kuuntele-, ajatella → ajattele-: the strong grade stands before the -el-.
  const inner = root.endsWith("el") ? strong(root.slice(0, -1)).map((part) => `${part}le`) : [];
  const own = Object.hasOwn(irregularStems, root) ? irregularStems[root] : undefined;
  const stems = [...strong(`${root}e`), ...inner, ...(own === undefined ? [] : [own])];
  const same = root.at(-1) ?? "";
  const participle =
    same === "s"
      ? [`${root}s${u}t`, `${root}seet`, `${root}t${a}${a}n`, `${root}tiin`, `${root}t${u}`]
      : [
          `${root}${same}${u}t`,
          `${root}${same}eet`,
          `${root}${same}${a}${a}n`,
          `${root}tiin`,
          `${root}t${u}`,
        ];
  return [
    ...stems.flatMap((stem) => [
      ...present([stem], stem, a),
      ...past([`${stem.slice(0, -1)}i`], `${stem.slice(0, -1)}i`, a),
      ...nouns(stem, a),
    ]),
    ...participle,
  ];
}

/** haluta → haluan, hypätä → hyppään, valita → valitsen, vanheta → vanhenen. `root` is what stands before -ta. */
function want(root: string, a: string, u: string): string[] {
  const longs = strong(root).map((stem) => (stem.endsWith(a) ? `${stem}${a}` : `${stem}${a}`));
  const others = root.endsWith("i") ? [`${root}tse`] : root.endsWith("e") ? [`${root}ne`] : [];
  const pasts = [
    ...strong(root).map((stem) => `${stem}si`),
    ...others.map((stem) => `${stem.slice(0, -1)}i`),
  ];
  return [
    ...[...longs, ...others].flatMap((stem) => [...present([stem], stem, a), ...nouns(stem, a)]),
    ...pasts.flatMap((stem) => past([stem], stem, a)),
    `${root}nn${u}t`,
    `${root}nneet`,
    `${root}t${a}${a}n`,
    `${root}ttiin`,
    `${root}tt${u}`,
    `${root}k${a}${a}`,
  ];
}
