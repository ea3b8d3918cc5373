import type { lanes as english } from "../en/lanes.ts";

/** Kaikkien rivien luettelo: kartan vieressä ja jäsennyksessä. */
export const lanes: typeof english = {
  title: "Rivit",
  open: "Rivit: lisää, näytä, järjestä",
  add: "Lisää rivi",
  groups: {
    customer: "Asiakas",
    insight: "Mitä opimme",
    service: "Palvelu kulissien takana",
    lines: "Palvelumallin rajat",
    own: "Oma",
  },
  own: "Oma rivi",
  again: "Kartalla on jo ”{{lane}}”. Tämä lisää toisen.",
  added: "Rivi ”{{lane}}” lisättiin.",
  drag: "Vedä ”{{lane}}” toiseen paikkaan",
  upThis: "Siirrä ”{{lane}}” ylös",
  downThis: "Siirrä ”{{lane}}” alas",
  hideThis: "Piilota ”{{lane}}”",
  showThis: "Näytä ”{{lane}}”",
  collapseThis: "Kutista ”{{lane}}” otsikoksi",
  unfoldThis: "Avaa ”{{lane}}”",
  freezeThis: "Pidä ”{{lane}}” näkyvissä muiden yllä",
  letGoThis: "Anna rivin ”{{lane}}” liikkua kartan mukana",
  deleteThis: "Poista ”{{lane}}” sisältöineen",
  scale: {
    title: "Tunneasteikon sanat",
    hint: "Sanat näkyvät kartalla, kuvissa ja kaikkialla, missä tällä polulla valitaan tunne. Tyhjäksi jätetty kohta saa tavallisen sanansa.",
    word: "Sana arvolle {{step}}",
    own: "omia {{count}}",
    usual: "tavalliset",
  },
  hint: "Alt ja nuolet siirtävät riviä, kun kirjoitat sen nimeä.",
};
