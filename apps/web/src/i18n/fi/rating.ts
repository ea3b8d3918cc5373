import type { rating as english } from "../en/rating.ts";

export const rating: typeof english = {
  open: "Toinen arvio",
  title: "Toinen arvio",
  says: "Miltä se tuntui siitä, joka sen sanoi? Ensimmäistä arviota ei näytetä sinulle. Näppäimet 1–5.",
  left_one: "{{count}} sitaatti jäljellä",
  left_other: "{{count}} sitaattia jäljellä",
  stop: "Lopeta tähän ja katso yksimielisyys",
  agreement: "Kuinka yksimielisiä arvioijat ovat",
  none: "Yhtään sitaattia ei ole vielä arvioitu kahdesti. Kollegat löytävät täältä sinun arvioimasi ja sinä heidän.",
  same_one: "{{count}} sitaatti on arvioitu kahdesti; sama arvio: {{share}}.",
  same_other: "{{count}} sitaattia on arvioitu kahdesti; sama arvio: {{share}}.",
  kappa: "Painotettu kappa {{kappa}} (n = {{n}})",
  noKappa: "Ei kappaa: molemmat sanoivat kaikista samaa, kuten sattumakin.",
  formula:
    "Kappa = 1 − havaittu ÷ odotettu erimielisyys, kumpikin painotettuna askelten etäisyyden neliöllä. 1 on täysi yksimielisyys, 0 sen mitä sattuma antaa.",
  apart: "Missä arviot eroavat",
  first: "ensimmäinen {{v}}",
  second: "toinen {{v}}",
};
