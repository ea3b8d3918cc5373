import { strong, weak } from "./gradation.ts";
import { harmony } from "./vowels.ts";

/** The stems a Finnish nominal inflects from: open and closed syllable, and before a consonant ending. */
interface Stems {
  readonly open: string;
  readonly closed: readonly string[];
  readonly consonant?: string;
}

/** The forms of a Finnish noun or adjective given its dictionary form: singular and plural cases, and possessives. Lower case. */
export function nominalForms(base: string): string[] {
  if (base.length < 2) return [base];
  const a = harmony(base);
  return [base, ...stemsOf(base).flatMap((stems) => [...singular(stems, a), ...plural(stems, a)])];
}

function same(open: string, consonant?: string): Stems {
  return { open, closed: [open], ...(consonant !== undefined && { consonant }) };
}

/** Young loans do not gradate (auto, autossa), and nobody can tell them by their look: both ways are taken. */
function graded(open: string, consonant?: string): Stems {
  const closed = [...new Set([...weak(open), open])];
  return { open, closed, ...(consonant !== undefined && { consonant }) };
}

/** Words that go their own way. */
const irregular: Readonly<Record<string, Stems>> = {
  aika: { open: "aika", closed: ["aja"] },
  poika: { open: "poika", closed: ["poja"] },
  mies: same("miehe", "mies"),
  lapsi: same("lapse", "las"),
  veli: same("velje"),
  kevät: same("kevää", "kevät"),
  sydän: same("sydäme", "sydän"),
  tuhat: { open: "tuhante", closed: ["tuhanne"], consonant: "tuhat" },
};

/** A compound goes as its last part does: odotusaika as aika. */
function irregularStems(base: string): Stems | undefined {
  const last = Object.keys(irregular).find(
    (word) => base === word || (base.endsWith(word) && base.length >= word.length + 3),
  );
  const own = last === undefined ? undefined : irregular[last];
  if (own === undefined || last === undefined) return undefined;
  const first = base.slice(0, base.length - last.length);
  return {
    open: first + own.open,
    closed: own.closed.map((stem) => first + stem),
    ...(own.consonant !== undefined && { consonant: first + own.consonant }),
  };
}

function stemsOf(base: string): Stems[] {
  const own = irregularStems(base);
  if (own !== undefined) return [own];
  const cut = (letters: number): string => base.slice(0, -letters);
  const a = harmony(base);
  if (base.endsWith("nen")) return [same(`${cut(3)}se`, `${cut(3)}s`)];
  if (/t[oö]n$/.test(base)) return [same(`${cut(2)}t${base.at(-2) ?? "o"}m${a}`, base)];
  if (/(uu|yy)s$/.test(base))
    return [
      { open: `${cut(1)}te`, closed: [`${cut(1)}de`], consonant: `${cut(1)}t` },
      same(`${cut(1)}kse`, base),
    ];
  if (/e[uy]s$/.test(base))
    return [
      same(`${cut(1)}kse`, base),
      { open: `${cut(1)}te`, closed: [`${cut(1)}de`], consonant: `${cut(1)}t` },
    ];
  if (/[uyoö]s$/.test(base)) return [same(`${cut(1)}kse`, base)];
  if (/[aäie]s$/.test(base))
    return [
      same(`${cut(1)}kse`, base),
      ...strong(cut(1)).map((stem) => same(stem + (stem.at(-1) ?? ""), base)),
    ];
  if (base.endsWith("in")) return strong(cut(1)).map((stem) => same(`${stem}me`, base));
  if (base.endsWith("e")) return [...strong(base).map((stem) => same(`${stem}e`, `${base}t`)), graded(base)];
  if (base.endsWith("si"))
    return [
      { open: `${cut(2)}te`, closed: [`${cut(2)}de`], consonant: `${cut(2)}t` },
      graded(base),
      same(`${cut(1)}e`),
    ];
  if (base.endsWith("i"))
    return twoSyllables(base) ? [graded(base), graded(`${cut(1)}e`, cut(1))] : [graded(base)];
  if (/n[uy]t$/.test(base)) return [same(`${cut(2)}ee`, base)];
  if (/[uy]t$/.test(base)) return [same(`${cut(1)}e`, base), same(`${base}i`)];
  if (/[lrnmst]$/.test(base))
    return [same(`${base}i`), ...strong(cut(1)).map((stem) => same(`${stem}${base.at(-1) ?? ""}e`, base))];
  return /[aeiouyäöå]$/.test(base) ? [graded(base)] : [same(`${base}i`)];
}

/** Only short words go kieli → kielen; longer ones in -i keep it. */
function twoSyllables(word: string): boolean {
  return (word.match(/[aeiouyäö]+/g)?.length ?? 0) <= 2;
}

function singular({ open, closed, consonant }: Stems, a: string): string[] {
  const last = open.at(-1) ?? "";
  const long = open.at(-2) === last;
  const cases = closed.flatMap((stem) => [
    `${stem}n`,
    `${stem}t`,
    ...["ss", "st", "ll", "lt", "tt"].map((end) => stem + end + a),
    `${stem}lle`,
    `${stem}ksi`,
  ]);
  const own = ["ni", "si", "mme", "nne", `ns${a}`].map((end) => open + end);
  const into = long ? [`${open}seen`, `${open}h${last}n`] : [`${open}${last}n`, `${open}h${last}n`];
  const part =
    consonant === undefined
      ? [`${open}${a}`, `${open}t${a}`]
      : [`${consonant}t${a}`, `${consonant}ten`, `${open}${a}`];
  return [...cases, ...own, ...into, ...part, `${open}n${a}`, ...compared(closed)];
}

/** nopeasti, nopeampi, vanhempi, and their commonest cases. */
function compared(closed: readonly string[]): string[] {
  return closed.flatMap((stem) => {
    const before = [stem, stem.replace(/[aä]$/, "e")];
    return [
      `${stem}sti`,
      ...before.flatMap((root) => [
        `${root}mpi`,
        `${root}mm${stem.at(-1) === "ä" ? "ä" : "a"}n`,
        `${root}mmin`,
      ]),
    ];
  });
}

function plural({ open, closed }: Stems, a: string): string[] {
  return [
    ...pluralStems(open).flatMap((stem) => openPlural(stem, a)),
    ...closed.flatMap(pluralStems).flatMap((stem) => closedPlural(stem, a)),
  ];
}

/** koira → koiri, kirja → kirjoi, kortti → kortei, lasku → laskui, huonee → huonei, kieli(e) → kieli. */
function pluralStems(stem: string): string[] {
  const last = stem.at(-1) ?? "";
  const root = stem.slice(0, -1);
  if (/(aa|ää|ee|ii|oo|uu|yy|öö)$/.test(stem)) return [`${root}i`];
  if (/(uo|yö|ie)$/.test(stem)) return [`${stem.slice(0, -2)}${last}i`];
  if (last === "a") return [`${root}i`, `${root}oi`];
  if (last === "ä") return [`${root}i`, `${root}öi`];
  if (last === "e") return [`${root}i`];
  return last === "i" ? [`${root}ei`, `${root}i`] : [`${stem}i`];
}

function openPlural(stem: string, a: string): string[] {
  const vowelBefore = /[aeouyäö]i$/.test(stem);
  const glide = vowelBefore ? `${stem.slice(0, -1)}j` : stem;
  return [
    `${glide}${a}`,
    `${glide}en`,
    `${stem}t${a}`,
    `${stem}den`,
    `${stem}tten`,
    `${stem}hin`,
    `${stem}siin`,
    `${stem}n${a}`,
    ...(vowelBefore ? [] : [`${stem}in`]),
  ];
}

function closedPlural(stem: string, a: string): string[] {
  return [...["ss", "st", "ll", "lt"].map((end) => stem + end + a), `${stem}lle`, `${stem}ksi`];
}
