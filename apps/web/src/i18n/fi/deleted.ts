import type { deleted as english } from "../en/deleted.ts";

/** Poistettujen polkujen sanat. */
export const deleted: typeof english = {
  title: "Poistetut polut",
  what: "Poistettu polku on täällä 30 päivää, ja sen voi palauttaa sellaisenaan. Sitten se poistuu lopullisesti: samalla menevät sen versiot, kuvat, kommentit, tehtävät ja työpajat. Asiakkaiden sanat jäävät kirjastoon.",
  none: "Mitään ei ole poistettu.",
  until: "poistettu {{when}} · poistuu lopullisesti {{until}}",
  restore: "Palauta",
  restoreNamed: "Palauta: {{title}}",
  restored: "Taas polkujen joukossa: {{title}}",
  purge: "Poista lopullisesti",
  purgeNamed: "Poista lopullisesti: {{title}}",
  purgeSure:
    "Poistetaanko ”{{title}}” lopullisesti? Sitä ei saa takaisin, ei varmuuskopiostakaan. Tallentaminen odottaa hetken sen ajan.",
  keep: "Säilytä",
  gone: "Poistettu lopullisesti: {{title}}",
  remove: "Poista polku",
  removeSure:
    "Poistetaanko tämä polku? Se sulkeutuu kaikilta, joilla se on auki. Sen voi palauttaa poistetuista 30 päivän ajan.",
  removed: "Poistettu: {{title}}. Sen voi palauttaa 30 päivän ajan.",
};
