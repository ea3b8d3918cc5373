import type { walk as english } from "../en/walk.ts";

/** Kävely polun läpi asiakkaana. */
export const walk: typeof english = {
  title: "Kulje asiakkaana",
  stopOf: "Hetki {{at}}/{{of}}",
  ledBy: "{{name}} vie kävelyä",
  lead: "Kaikki kulkevat mukana",
  leave: "Poistu kävelyltä",
  join: "Tule mukaan",
  next: "Seuraava hetki",
  before: "Edellinen hetki",
  run: "Etene itsestään",
  stop: "Pysähdy tähän",
  keys: "← → tai välilyönti kulkee, Esc poistuu",
  silence: "Yksikään asiakas ei ole kertonut tästä hetkestä.",
  more_one: "ja {{count}} sitaatti lisää",
  more_other: "ja {{count}} sitaattia lisää",
  end: "Tämä oli heidän polkunsa.",
  felt: "Mitä tunsimme?",
  mend: "Mitä korjaamme?",
  feltHow: "Sana tai virke, ja miltä se tuntui. Kukaan ei näe sitä ennen paljastusta.",
  mendHow: "Yksi asia lapulle, niin pieni että sen voi aloittaa tällä viikolla.",
  write: "Kirjoitetaan yhdessä",
  writeHow: "Jokainen kirjoittaa itsekseen kahdessa kohdassa, viisi minuuttia kummassakin.",
  waits: "Vetäjä avaa kirjoittamisen.",
};
