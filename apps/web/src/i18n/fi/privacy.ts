import type { privacy as english } from "../en/privacy.ts";

/** Hävittäminen, säilytysajat ja lukuloki. */
export const privacy: typeof english = {
  title: "Tietosuoja",
  reason: "Miksi",
  reasons: {
    request: "Henkilö pyysi",
    consent: "Suostumus peruttiin",
    mistake: "Tuotiin vahingossa",
    other: "Muu syy",
  },
  erasing: "Hävitetään …",
  thisPerson: "Mitä muuta sama henkilö on sanonut",
  eraseContact: "Hävitä tämä yhteydenotto",
  eraseContactTitle: "Hävitetäänkö yhteydenotto?",
  eraseContactSays:
    "Kaikki tässä yhteydenotossa sanottu häviää lopullisesti, myös tiedostoista, ja siitä tehdyt sitaatit samalla.",
  contactErased: "Yhteydenotto hävitettiin",
  keeping: {
    title: "Kuinka kauan säilytetään",
    tool: "Kuinka kauan {{title}} säilytetään",
    words: "Sanat, mihin asti",
    wordsHelp: "Sinä päivänä lähde häviää itsestään kaikkineen.",
    identity: "Sanojat, mihin asti",
    identityHelp: "Sinä päivänä häviävät tunnisteet, joista saman henkilön tuntee uudelleen. Sanat jäävät.",
    save: "Säilytä näin",
    saved: "Muutettu: {{title}}",
    endsIn_zero: "häviää itsestään tänään",
    endsIn_one: "häviää itsestään {{count}} päivän päästä",
    endsIn_other: "häviää itsestään {{count}} päivän päästä",
    ending_one:
      "{{count}} lähde häviää itsestään kahden viikon sisällä. Sen vieressä olevasta kellosta saa lisää aikaa.",
    ending_other:
      "{{count}} lähdettä häviää itsestään kahden viikon sisällä. Vieressä olevasta kellosta saa lisää aikaa.",
  },
  person: {
    title: "Henkilö",
    who: "Kuka",
    whoHelp:
      "Niin kuin tuotu tiedosto häntä kutsuu: sähköpostiosoite, asiakasnumero tai nimi. Hausta jää merkintä lokiin.",
    find: "Katso, mitä hänestä on",
    found: "Mitä tästä henkilöstä on",
    contacts_one: "{{count}} yhteydenotto",
    contacts_other: "{{count}} yhteydenottoa",
    quotes_one: "ja niistä tehty {{count}} sitaatti:",
    quotes_other: "ja niistä tehtyjä sitaatteja {{count}}:",
    mentions_one:
      "Samat kirjaimet ovat {{count}} muun henkilön yhteydenotossa. Etsi se kirjastosta ja harkitse.",
    mentions_other: "Samat kirjaimet ovat {{count}} muiden yhteydenotossa. Etsi ne kirjastosta ja harkitse.",
    chosen: "Se, jonka sanoja juuri luit:",
    download: "Ota kaikki talteen tiedostona",
    erase: "Hävitä tämä henkilö",
    sure_one:
      "{{count}} yhteydenotto häviää lopullisesti joka lähteestä ja joka kartalta. Tätä ei voi perua.",
    sure_other:
      "{{count}} yhteydenottoa häviää lopullisesti joka lähteestä ja joka kartalta. Tätä ei voi perua.",
    erased_one: "{{count}} yhteydenotto hävitettiin",
    erased_other: "{{count}} yhteydenottoa hävitettiin",
  },
  log: {
    title: "Kuka luki mitä",
    says: "Kuka on lukenut, hakenut, vienyt, tunnistanut ja hävittänyt asiakkaiden sanoja. Säilyy 12 kuukautta; sanoja siinä ei ole.",
    whole_one: "{{count}} rivi, ketju ehjä.",
    whole_other: "{{count}} riviä, ketju ehjä: jokainen nojaa edelliseen.",
    broken: "Rivi {{line}} ei sovi edelliseen: lokia on muutettu ulkopuolelta.",
    older: "Vanhempia rivejä",
    download: "Lataa loki (CSV)",
    titled: "”{{title}}”",
    byItself: "itsestään",
    deeds: {
      saw: "luki",
      heard: "kuunteli",
      silenced: "vaimensi kohdan",
      searched: "haki",
      exported: "vei",
      identified: "tunnisti",
      imported: "toi",
      erased: "hävitti",
      retention: "säilytysaika",
    },
    things: {
      contact: "yhteydenotto",
      recording: "äänite",
      library: "kirjasto",
      source: "lähde",
      quote: "sitaatti",
      person: "henkilö",
      journey: "kartta sitaatteineen",
      accessLog: "tämä loki",
    },
  },
};
