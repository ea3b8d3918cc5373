import type { levels as english } from "../en/levels.ts";

export const levels: typeof english = {
  title: "Tarkempi polku",
  level: "Tämän polun taso",
  names: {
    "0": "0 · Koko asiakassuhde",
    "1": "1 · Asiakaspolku",
    "2": "2 · Polun osa",
    "3": "3 · Yksittäinen hetki",
  },
  short: "Taso {{level}}",
  choose: "Johtaa polkuun",
  nowhere: "Ei mihinkään polkuun",
  open: "Avaa ”{{title}}”",
  take: "Poista yhteys",
  make: "Tee tästä kohtaamispisteestä oma polku",
  hint: "Kohtaamispistettä voi katsoa tarkemmin omalla polullaan. Tie takaisin löytyy avatun polun kartalta.",
  unseen: "Tätä polkua et voi avata: se on poistettu tai sinua ei ole kutsuttu siihen.",
  unseenShort: "Polku, jota et voi avata",
  leads: "Johtaa polkuun ”{{title}}”",
  trail: "Mistä tähän polkuun tullaan",
  up: "Ylös polkuun ”{{title}}”",
  alsoIn: "Kuuluu myös polkuun",
  tree: "Miten polut liittyvät toisiinsa",
  again: "näkyy jo ylempänä",
};
