import type { participant as english } from "../en/participant.ts";

/** Sanat asiakkaille ja työtovereille, jotka piirtävät oman käyränsä, ja niille, jotka sitä pyytävät. */
export const participant: typeof english = {
  ask: {
    customer: "Miltä se sinusta tuntui? Piirrä se.",
    colleague: "Miltä se näyttää sinun työstäsi katsoen? Piirrä se.",
  },
  consent: {
    what: "Kysymme, miltä mikin hetki sinusta tuntui. Voit piirtää sen ja halutessasi kertoa omin sanoin.",
    name: "Nimeäsi ei kysytä. Kirjoittamasi nimet, numerot ja osoitteet poistetaan, jos löydämme ne; älä kuitenkaan kirjoita niitä.",
    who: "Vastauksesi lukevat ne, jotka parantavat tätä palvelua. Se säilytetään enintään kaksi vuotta.",
    erase: "Voit pyytää linkin lähettäjää poistamaan sanomasi. Syytä ei tarvitse kertoa.",
    free: "Osallistuminen on vapaaehtoista. Voit jättää hetkiä väliin ja lopettaa milloin vain; ennen lähettämistä mitään ei tallenneta.",
    agree: "Olen lukenut tämän ja suostun",
  },
  begin: "Aloita",
  draw: "Piirrä, miltä se tuntui",
  drawWhat:
    "Piirrä sormella kenttään tai siirrä liukuja: ylhäällä oli hyvä, alhaalla huono. Hetket, joita et tunne, voit jättää pois.",
  felt: "Miltä tuntui: {{title}}",
  notYet: "ei piirretty",
  words: "Omin sanoin: {{title}}",
  wordsHint: "Mitä tapahtui? Omin sanoin",
  more: "Vielä jotakin?",
  send: "Lähetä",
  thanks: "Kiitos",
  thanksWhat: "Käyräsi on perillä. Voit sulkea sivun.",
  links: {
    title: "Anna muiden piirtää oma käyränsä",
    what: "Linkin saanut näkee hetkien nimet eikä mitään muuta. Se, mitä hän piirtää ja sanoo, tulee näyttönä tälle kartalle.",
    asks: "Kuka piirtää",
    customer: "Asiakkaat",
    colleague: "Työtoverit",
    source: "Nimi kirjastossa",
    make: "Tee piirtolinkki",
    answers_zero: "ei vielä vastauksia",
    answers_one: "{{count}} vastaus",
    answers_other: "{{count}} vastausta",
    revoke: "Peru linkki; sillä tullut jää",
  },
};
