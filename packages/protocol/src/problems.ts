import { canvasNoteProblems } from "./canvasNoteProblems.ts";
import { commentProblems } from "./commentProblems.ts";
import { evidenceProblems } from "./evidenceProblems.ts";
import { imageProblems } from "./imageProblems.ts";
import { exportProblems } from "./exportProblems.ts";
import { participantProblems } from "./participantProblems.ts";
import { recordingProblems } from "./recordingProblems.ts";
import { taskProblems } from "./taskProblems.ts";
import { workshopProblems } from "./workshopProblems.ts";

export type Language = "en" | "fi";

type Sentences = { status: number; en: string; fi: string };

/**
 * Every reason for which a request is refused: its HTTP status and one sentence in each language. `{name}` stands for a value
 * given with the problem. The code is stable; the sentence may be improved.
 */
export const problems = {
  ...evidenceProblems,
  ...imageProblems,
  ...exportProblems,
  ...recordingProblems,
  ...workshopProblems,
  ...canvasNoteProblems,
  ...commentProblems,
  ...taskProblems,
  ...participantProblems,
  "request.malformed": {
    status: 400,
    en: "The request could not be read: {why}.",
    fi: "Pyyntöä ei voitu lukea: {why}.",
  },
  "request.invalid": {
    status: 422,
    en: "A value is missing or wrong: {why}.",
    fi: "Jokin arvo puuttuu tai on väärin: {why}.",
  },
  "request.tooLarge": {
    status: 413,
    en: "The request is larger than this address accepts.",
    fi: "Pyyntö on suurempi kuin tämä osoite ottaa vastaan.",
  },
  "request.type": {
    status: 415,
    en: "This address does not take that kind of content.",
    fi: "Tämä osoite ei ota vastaan tällaista sisältöä.",
  },
  "request.tooMany": {
    status: 429,
    en: "Too many requests in a short time. Wait a moment and try again.",
    fi: "Liian monta pyyntöä lyhyessä ajassa. Odota hetki ja yritä uudelleen.",
  },
  "request.foreign": {
    status: 403,
    en: "The request came from a page of another site.",
    fi: "Pyyntö tuli toisen sivuston sivulta.",
  },
  "address.unknown": {
    status: 404,
    en: "There is nothing at this address.",
    fi: "Tässä osoitteessa ei ole mitään.",
  },
  "signIn.needed": {
    status: 401,
    en: "Sign in first, or send a valid token.",
    fi: "Kirjaudu ensin sisään tai lähetä voimassa oleva tunnus.",
  },
  "signIn.tokenUsed": {
    status: 410,
    en: "This sign-in link has been used or is not valid. `npm run polku -- sign-in` prints a new one.",
    fi: "Tämä kirjautumislinkki on jo käytetty tai ei kelpaa. Uuden saat komennolla `npm run polku -- sign-in`.",
  },
  "signIn.wrong": {
    status: 401,
    en: "The e-mail address and the password do not belong together. Check both and try again.",
    fi: "Sähköpostiosoite ja salasana eivät kuulu yhteen. Tarkista molemmat ja yritä uudelleen.",
  },
  "signIn.tooOften": {
    status: 429,
    en: "The password was wrong too often for this address. Wait a quarter of an hour, or ask the owner for a new invitation.",
    fi: "Salasana oli tälle osoitteelle väärin liian monta kertaa. Odota vartti tai pyydä omistajalta uusi kutsu.",
  },
  "signIn.suspended": {
    status: 403,
    en: "Your membership is suspended. Ask the owner of this Polku.",
    fi: "Jäsenyytesi on keskeytetty. Kysy tämän Polun omistajalta.",
  },
  "signIn.oidcOff": {
    status: 404,
    en: "This Polku has no OpenID provider. Sign in with e-mail and password, or open your link.",
    fi: "Tässä Polussa ei ole OpenID-kirjautumista. Kirjaudu sähköpostilla ja salasanalla tai avaa linkkisi.",
  },
  "signIn.oidcFailed": {
    status: 400,
    en: "The sign-in by the OpenID provider could not be completed. Begin it again on this page.",
    fi: "OpenID-kirjautuminen ei onnistunut loppuun asti. Aloita se uudelleen tältä sivulta.",
  },
  "signIn.notInvited": {
    status: 403,
    en: "Nobody has invited this e-mail address. Ask the owner for an invitation to it.",
    fi: "Tätä sähköpostiosoitetta ei ole kutsuttu. Pyydä omistajalta kutsu siihen.",
  },
  "signIn.linkFirst": {
    status: 403,
    en: "There is an account with this address already. Sign in to it as before, and link your organisation's account on your account page.",
    fi: "Tällä osoitteella on jo tili. Kirjaudu siihen kuten ennenkin ja liitä organisaatiosi tunnus Oma tili -sivulla.",
  },
  "secondFactor.needed": {
    status: 403,
    en: "Give the code of your second factor too: six digits from your app, or a recovery code.",
    fi: "Anna myös toisen vaiheen koodi: kuusi numeroa sovelluksestasi tai varakoodi.",
  },
  "secondFactor.wrong": {
    status: 403,
    en: "This code is not right, or was used already. Take the one that your app shows now.",
    fi: "Koodi ei ole oikea tai se on jo käytetty. Anna koodi, jonka sovellus näyttää nyt.",
  },
  "secondFactor.tooOften": {
    status: 429,
    en: "The code was wrong too often. Wait a quarter of an hour.",
    fi: "Koodi oli väärin liian monta kertaa. Odota vartti.",
  },
  "secondFactor.on": {
    status: 409,
    en: "A second factor is on already. Turn it off before you set up another.",
    fi: "Kaksivaiheinen kirjautuminen on jo käytössä. Poista se käytöstä ennen uuden asettamista.",
  },
  "secondFactor.unknown": {
    status: 404,
    en: "No second factor is being set up. Begin again.",
    fi: "Kaksivaiheista kirjautumista ei ole aloitettu. Aloita alusta.",
  },
  "secondFactor.noPassword": {
    status: 409,
    en: "Set a password first: the second factor stands beside it.",
    fi: "Aseta ensin salasana: toinen vaihe tulee sen lisäksi.",
  },
  "account.password": {
    status: 403,
    en: "The present password is missing or wrong.",
    fi: "Nykyinen salasana puuttuu tai on väärä.",
  },
  "account.passwordGuessable": {
    status: 422,
    en: "This password is one of those that are tried first. Take a few words that only you would put together.",
    fi: "Tätä salasanaa kokeillaan ensimmäisten joukossa. Valitse muutama sana, jotka vain sinä panisit peräkkäin.",
  },
  "account.oidcTaken": {
    status: 409,
    en: "This account of your organisation is linked to somebody else here. Sign in there as yourself and begin again.",
    fi: "Tämä organisaatiosi tunnus on jo liitetty jonkun toisen tiliin. Kirjaudu organisaatioosi omana itsenäsi ja aloita alusta.",
  },
  "account.oidcLinked": {
    status: 409,
    en: "An account of your organisation is linked already. Take it off before you link another.",
    fi: "Tiliisi on jo liitetty organisaatiosi tunnus. Irrota se ennen kuin liität toisen.",
  },
  "account.oidcUnknown": {
    status: 404,
    en: "No account of your organisation is linked.",
    fi: "Tiliisi ei ole liitetty organisaatiosi tunnusta.",
  },
  "account.lastWayIn": {
    status: 409,
    en: "It is your only way in. Set a password first.",
    fi: "Et pääsisi enää sisään ilman sitä. Aseta ensin salasana.",
  },
  "account.emailNeeded": {
    status: 409,
    en: "Give an e-mail address first: one signs in with it and the password.",
    fi: "Anna ensin sähköpostiosoite: sillä ja salasanalla kirjaudutaan.",
  },
  "account.emailTaken": {
    status: 409,
    en: "Somebody else here uses this e-mail address.",
    fi: "Joku muu täällä käyttää tätä sähköpostiosoitetta.",
  },
  "invitation.unknown": {
    status: 410,
    en: "This invitation does not open: it was used, is more than a week old or was taken back. Ask for a new one.",
    fi: "Kutsu ei aukea: se on käytetty, yli viikon vanha tai peruttu. Pyydä uusi.",
  },
  "member.unknown": {
    status: 404,
    en: "There is no such member.",
    fi: "Tällaista jäsentä ei ole.",
  },
  "session.unknown": {
    status: 404,
    en: "There is no such session; it may have ended already.",
    fi: "Tällaista istuntoa ei ole; se on voinut jo päättyä.",
  },
  "rights.missing": {
    status: 403,
    en: "Your role does not allow this.",
    fi: "Roolisi ei riitä tähän.",
  },
  "journey.unknown": {
    status: 404,
    en: "There is no such journey, or you may not see it.",
    fi: "Tällaista polkua ei ole, tai et saa nähdä sitä.",
  },
  "journey.damaged": {
    status: 409,
    en: "A stored part of this journey is damaged, so it is open for reading only. Run `npm run polku -- doctor`.",
    fi: "Polun tallennettu osa on vioittunut, joten se on avoinna vain luettavaksi. Aja `npm run polku -- doctor`.",
  },
  "journey.full": {
    status: 409,
    en: "The journey has reached its largest size.",
    fi: "Polku on saavuttanut suurimman kokonsa.",
  },
  "version.unknown": {
    status: 404,
    en: "There is no such version of this journey. It may have been thinned out; load the list again.",
    fi: "Tällaista polun versiota ei ole. Se on voitu karsia vanhana; lataa luettelo uudelleen.",
  },
  "link.unknown": {
    status: 404,
    en: "This link does not lead anywhere. Check that it was copied whole.",
    fi: "Linkki ei johda mihinkään. Tarkista, että se kopioitui kokonaan.",
  },
  "link.expired": {
    status: 410,
    en: "This link has expired. Ask the person who sent it for a new one.",
    fi: "Linkki on vanhentunut. Pyydä sen lähettäjältä uusi.",
  },
  "link.revoked": {
    status: 410,
    en: "This link has been withdrawn. Ask the person who sent it for a new one.",
    fi: "Linkki on peruttu. Pyydä sen lähettäjältä uusi.",
  },
  "link.removed": {
    status: 403,
    en: "You were shown out of this journey. Ask whoever leads the workshop to let you in again.",
    fi: "Sinut on poistettu tältä polulta. Pyydä työpajan vetäjää päästämään sinut takaisin.",
  },
  "guest.unknown": {
    status: 404,
    en: "Nobody of that name came to this journey by a link.",
    fi: "Tälle polulle ei ole tullut linkillä ketään sellaista.",
  },
  "person.notYours": {
    status: 403,
    en: "This right is given by the workspace, or it is your own: it cannot be changed here.",
    fi: "Tämä oikeus on työtilan antama tai omasi: sitä ei voi muuttaa täällä.",
  },
  "link.password": {
    status: 403,
    en: "The password is missing or wrong.",
    fi: "Salasana puuttuu tai on väärä.",
  },
  "server.busy": {
    status: 503,
    en: "Polku cannot do this right now. Nothing was lost; try again in a moment.",
    fi: "Polku ei pysty tähän juuri nyt. Mitään ei kadonnut; yritä hetken päästä uudelleen.",
  },
  "server.failed": {
    status: 500,
    en: "Something went wrong in Polku. It has been written to the server's log under {reference}.",
    fi: "Polussa meni jotain vikaan. Se on kirjattu palvelimen lokiin tunnuksella {reference}.",
  },
} as const satisfies Record<string, Sentences>;

export type ProblemCode = keyof typeof problems;

/** A problem document (RFC 9457): what a refused request is answered with. `type` is `/problems/{code}`. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
};

/** The sentence of a problem in a language, its `{values}` filled in. */
export function problemSentence(
  code: ProblemCode,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return problems[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The language that an `Accept-Language` header prefers among ours; English when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: "en", weight: 0 };
  for (const part of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const primary = tag.split("-")[0];
    if (primary !== "en" && primary !== "fi") continue;
    const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (weight > best.weight) best = { language: primary, weight };
  }
  return best.language;
}
