import { Problem } from "../errors.ts";

/**
 * The commonest passwords of leaked collections that are long enough for us (twelve characters and more), without what is put at their
 * ends: digits and signs are taken off before looking.
 */
const COMMONEST: ReadonlySet<string> = new Set(
  (
    "password passwordpassword mypassword yourpassword newpassword adminpassword passwort salasana salasanasalasana " +
    "administrator administrators qwertyuiop qwertyuiopasdfghjkl qwertyuiopas qwertyqwerty qwertyqwertyqwerty asdfghjkl asdfghjklzxcvbnm " +
    "zxcvbnm zxcvbnmasdfghjkl qazwsxedc qazwsxedcrfv qazwsxedcrfvtgb qweasdzxc qweasdzxcqweasdzxc qwertasdfgzxcvb iloveyou iloveyouforever " +
    "iloveyousomuch letmein letmeinnow letmeinplease welcome welcomehome welcomeback trustno sunshine princess football baseball " +
    "basketball superman batman spiderman masterkey changeme changemenow changethis pleasechangeme defaultpassword default secret " +
    "topsecret supersecret monkey dragon shadow michael jennifer jordan liverpool liverpoolfc manchester manchesterunited chelsea " +
    "chelseafc arsenal barcelona realmadrid juventus christopher charlotte elizabeth alexander alexandra valentina unbelievable " +
    "mississippi california washington philadelphia australia newyork london helsinki suomi finland perkele minarakastansinua " +
    "rakastansinua kissakissa koirakoira tervetuloa aurinko kesakesa starwars pokemon minecraft computer internet microsoft google " +
    "facebook samsung whatever blahblahblah nothing nopassword testing testtest testtesttest test temp temptemp guest login demo"
  ).split(" "),
);

/** Runs of the keyboard and of counting, both ways. */
const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertyuiopåasdfghjklöä",
].flatMap((run) => [run, run.split("").toReversed().join("")]);

/** What must be left of a password when a word that anybody would try is taken out of it. */
const ENOUGH_LEFT = 6;

/** Whether a text is one piece said over and over: "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepeated(text: string): boolean {
  return /^(.{1,6})\1+.{0,5}$/u.test(text) && new Set(text).size <= 6;
}

/** Whether a text is made of runs of at least four letters that stand beside one another. */
function isRun(text: string): boolean {
  let rest = text;
  while (rest.length >= 4) {
    const found = RUNS.map((run) => longestStart(rest, run)).reduce((a, b) => Math.max(a, b), 0);
    if (found < 4) return false;
    rest = rest.slice(found);
  }
  return true;
}

function longestStart(text: string, run: string): number {
  let length = 0;
  while (length < text.length && run.includes(text.slice(0, length + 1))) length += 1;
  return length;
}

/**
 * Whether a password of twelve characters is still one that is tried first: among the commonest (with or without digits and signs around
 * it), one piece repeated, a run of the keyboard, or hardly more than the person's own name, their address or the product's name.
 * (ASVS 5.0: 6.1.2, 6.2.4, 6.2.11.)
 */
export function isGuessable(
  password: string,
  person: { readonly name: string; readonly email: string },
): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const core = plain.replace(/^[\d\W_]+|[\d\W_]+$/gu, "");
  if (COMMONEST.has(core) || isRepeated(plain) || isRun(plain)) return true;
  const own = [
    ...person.name.toLowerCase().split(/\s+/),
    ...person.email.toLowerCase().split(/[@.+_-]/),
    "polku",
  ];
  const left = own
    .filter((word) => word.length >= 4)
    .reduce((text, word) => text.replaceAll(word, ""), plain);
  return left !== plain && left.replace(/[\d\W_]/gu, "").length < ENOUGH_LEFT;
}

/** Throws `account.passwordGuessable` when a password is one of those that are tried first. */
export function refuseGuessable(
  password: string,
  person: { readonly name: string; readonly email: string },
): void {
  if (isGuessable(password, person)) throw new Problem("account.passwordGuessable");
}
