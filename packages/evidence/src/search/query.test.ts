import { describe, expect, test } from "vitest";
import { languageOf, stemsForIndex, type Language } from "./analyse.ts";
import { compoundEdges, compoundsOf, keysOf, marksIn, understand } from "./query.ts";

/** What the store does, in memory: index keys, then compounds from the vocabulary, then a check of each word. */
function search(query: string, text: string, language: Language): string[] | null {
  const index = new Set(stemsForIndex(text, language));
  const terms = understand(query).map((term) => {
    const { starts, ends } = compoundEdges(term);
    const near = [...index].filter(
      (stem) => starts.some((key) => stem.startsWith(key)) || ends.some((key) => stem.endsWith(key)),
    );
    const compounds = new Set(compoundsOf(term, near, (stem) => index.has(stem)));
    return { term, compounds, found: [...keysOf(term), ...compounds].some((key) => index.has(key)) };
  });
  if (!terms.every(({ found }) => found)) return null;
  return marksIn(text, language, terms)?.map(([from, to]) => text.slice(from, to)) ?? null;
}

const finnishFound: [string, string][] = [
  ["lasku", "Laskussa oli virhe"],
  ["lasku", "Laskuja tuli kaksi"],
  ["lasku", "Laskujen summat"],
  ["laskun", "Lasku oli väärä"],
  ["palaute", "Annoin palautetta"],
  ["palaute", "Palautteeseen ei vastattu"],
  ["palautteen", "palautteita tuli paljon"],
  ["jono", "Jonossa meni tunti"],
  ["jonottaa", "Jonotin puoli tuntia"],
  ["jonotin", "piti jonottaa"],
  ["asiakas", "Asiakkaat odottavat"],
  ["asiakas", "asiakasta ei kuunneltu"],
  ["asiakkaan", "Olen vanha asiakas"],
  ["pankki", "Pankin neuvoja"],
  ["pankki", "pankeissa ei"],
  ["pankin", "pankkia vaihdan"],
  ["puhelin", "Puhelimessa sanottiin"],
  ["puhelin", "puhelinta ei ollut"],
  ["puhelimella", "uusi puhelin"],
  ["vesi", "Veden tulo loppui"],
  ["vesi", "vettä tuli"],
  ["ihminen", "Haluan puhua ihmiselle"],
  ["ihminen", "ihmistä ei löydy"],
  ["ihmisiä", "yksikään ihminen"],
  ["hinta", "Hinnat nousivat"],
  ["hinta", "hintojen nousu"],
  ["kortti", "Kortin tilaus"],
  ["kortti", "korteissa vika"],
  ["auto", "Autossa oli vika"],
  ["auto", "autoihin"],
  ["tila", "Tilat olivat siistit"],
  ["tilaus", "Tilauksen peruminen"],
  ["tilaus", "tilausta ei löytynyt"],
  ["soittaa", "Soitin aamulla"],
  ["soittaa", "minulle soitettiin"],
  ["soittaa", "kukaan ei soittanut"],
  ["soitin", "lupasivat soittaa"],
  ["auttaa", "Minua autettiin"],
  ["auttaa", "autoin naapuria"],
  ["tulla", "Asentaja tuli myöhässä"],
  ["haluta", "Haluan rahat takaisin"],
  ["odottaa", "Odotin kauan"],
  ["odottaa", "odotettiin"],
  ["maksaa", "maksoin jo"],
  ["liittymä", "liittymään tuli vika"],
  ["nopea", "nopeasti hoidettu, nopeampi yhteys"],
  ["palvelu", "Palveluiden laatu"],
  ["huono", "huonoa palvelua"],
  ["virhe", "virheitä riitti"],
  ["osoite", "osoitteeni on muuttunut"],
  ["toimimaton", "toimimattomat laitteet"],
  ["netti", "netissä"],
  ["katko", "katkoja"],
  ["vika", "vian korjaus, vikoja"],
  ["apu", "apua ei saa"],
  ["aika", "aikaa kului, ajan varaus"],
  ["lupaus", "lupauksia ei pidetty"],
  ["korjata", "vika korjattiin"],
  ["kertoa", "kerroin saman kolmesti"],
  ["tehdä", "mitään ei tehty, teen itse"],
  ["nähdä", "näin laskun"],
  ["kuunnella", "kukaan ei kuuntele"],
  ["ajatella", "ajattelin vaihtaa"],
  ["mies", "miehen ääni"],
  ["työ", "töissä"],
  ["poika", "pojat"],
  ["vian", "vikoja"],
  ["yhteys", "yhteydet pätkivät"],
  ["hidas", "hitaasti"],
  ["lupasi", "lupaan, luvata"],
  ["numero", "puhelinnumerollaan"],
  ["lasku", "laskussanikin"],
  ["lasku", "nettilasku oli väärä"],
  ["palvelu", "asiakaspalvelu ei vastaa"],
];

const englishFound: [string, string][] = [
  ["wait", "I was waiting for an hour"],
  ["call", "they called me back"],
  ["calling", "one call"],
  ["bill", "two bills came"],
  ["pay", "I paid twice"],
  ["tell", "nobody told me"],
  ["promise", "they promised a lot"],
  ["bad", "it got worse"],
  ["person", "I want to talk to people"],
  ["delivery", "deliveries are late"],
];

const notFound: [string, string, Language][] = [
  ["auto", "autoin naapuria", "fi"],
  ["kissa", "enkä saanut kiinni ihmistä", "fi"],
  ["kirjoittaa", "kirja kirjan kirjoja", "fi"],
  ["minuutti", "minussa minua minulle", "fi"],
  ["juoda", "kirjoitti", "fi"],
  ["kallis", "paikallisessa lehdessä", "fi"],
  ["aika", "ajatella", "fi"],
  ["palvella", "asiakaspalvelun", "fi"],
  ["kassa", "kannan kamat itse", "fi"],
  ["tila", "Tilauksen peruminen", "fi"],
  ["tila", "tilaajan tiedot", "fi"],
  ["kortti", "asun korttelissa", "fi"],
  ["kortteli", "kortin tilaus", "fi"],
  ["palaute", "palasin kotiin", "fi"],
  ["pankki", "panin sen pois", "fi"],
  ["lasku", "laskettelin mäkeä", "fi"],
  ["hinta", "hinnoittelija", "fi"],
  ["vesi", "veden", "en"],
  ["vika", "viikko kului", "fi"],
  ["car", "I care about it", "en"],
  ["bill", "the building", "en"],
  ["wait", "the waiter", "en"],
];

describe("search finds the forms of a word", () => {
  test.each(finnishFound)("%s is found in: %s", (query, text) => {
    expect(search(query, text, "fi")).not.toBeNull();
  });

  test.each(englishFound)("%s is found in: %s", (query, text) => {
    expect(search(query, text, "en")).not.toBeNull();
  });

  test.each(finnishFound.slice(0, 20))(
    "%s is found too when the language of the text is not known: %s",
    (query, text) => {
      expect(search(query, text, "other")).not.toBeNull();
    },
  );
});

describe("search does not find what only looks alike", () => {
  test.each(notFound)("%s is not found in: %s (%s)", (query, text, language) => {
    expect(search(query, text, language)).toBeNull();
  });

  test("all words of a query must be there", () => {
    expect(search("lasku virhe", "Laskussa oli virheitä", "fi")).toEqual(["Laskussa", "virheitä"]);
    expect(search("lasku kissa", "Laskussa oli virheitä", "fi")).toBeNull();
  });

  test("ä is not a: hän does not find han", () => {
    expect(search("hän", "han", "fi")).toBeNull();
  });
});

test.each([
  ["Odotin puoli tuntia linjalla eikä kukaan vastannut.", "fi"],
  ["Netti poikki.", "fi"],
  ["Waiting again, third week", "en"],
  ["Det är inte bra att vänta så länge på svar", "other"],
  ["The bill, että mitä ja miksi, ei selviä mistään", "fi"],
  ["I waited for half an hour and nobody answered the phone.", "en"],
  ["12345", "other"],
])("the language of %j is %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
