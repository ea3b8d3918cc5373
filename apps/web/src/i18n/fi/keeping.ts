import type { keeping as en } from "../en/keeping.ts";

export const keeping: typeof en = {
  stillHere: "Kirjoittamasi on yhä tässä ikkunassa. Ota se mukaan tiedostona; sen voi tuoda takaisin.",
  save: "Tallenna oma kopioni tiedostona",
  anew: "Luovu kopiostani ja lataa polku uudelleen",
  lost_one: "Poissa ollessasi poistettiin yksi kohta, johon olit kirjoittanut",
  lost_other: "Poissa ollessasi poistettiin {{count}} kohtaa, joihin olit kirjoittanut",
  lostHelp: "Sanasi ovat tässä. Kopioi ne, joita vielä tarvitset.",
  kind: {
    cell: "Solu",
    touchpoint: "Kohtaamispiste",
    stage: "Vaihe",
    lane: "Kaista",
    subJourney: "Alapolku",
    map: "Kartta",
  },
  copy: "Kopioi sanat",
  copied: "Sanat ovat leikepöydällä.",
  done: "Sain tarvitsemani",
  kept: "Tässä selaimessa on polusta kopio edelliseltä käynniltäsi, ehkä muutoksia, jotka eivät ehtineet palvelimelle.",
  throwAway: "Heitä kopio pois",
  noCopy: "Ei omaa kopiota",
  noCopyHelp:
    "Selain ei voi pitää polusta kopiota (yksityinen ikkuna, täysi levy tai tyhjennetyt tiedot). Ilman verkkoa kirjoittamasi katoaa, kun ikkuna suljetaan.",
};
