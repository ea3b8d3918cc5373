import type { themes as english } from "../en/themes.ts";

/** Teemahyllyn sanat. */
export const themes: typeof english = {
  all_one: "{{count}} teema",
  all_other: "{{count}} teemaa",
  empty: "Teemoja ei ole vielä",
  emptyHelp: "Teema on sana tai pari asiakkaan omasta suusta. Anna sitaatille teema, niin se tulee tähän.",
  change: "Muokkaa teemaa ”{{theme}}”",
  isUnder: "(teeman {{under}} alla)",
  name: "Nimi",
  nameHint: "Asiakkaan omin sanoin. Nimi vaihtuu kaikissa sitaateissa ja yhteydenotoissa, joilla teema on.",
  sameAs: "Sama kuin",
  none: "ei mikään muu teema",
  under: "Yläteema",
  atTop: "ei yläteemaa",
  hasOthers: "Tämän alla on muita teemoja, joten sillä ei voi olla yläteemaa.",
  noColour: "Ei väriä",
  mergeSays_one:
    "”{{theme}}” vaihtuu teemaksi ”{{into}}” {{count}} yhteydenotossa ja sen sitaateissa. Alateemat siirtyvät mukana. Tätä ei voi perua: teemoja ei enää erota toisistaan.",
  mergeSays_other:
    "”{{theme}}” vaihtuu teemaksi ”{{into}}” {{count}} yhteydenotossa ja niiden sitaateissa. Alateemat siirtyvät mukana. Tätä ei voi perua: teemoja ei enää erota toisistaan.",
  merge: "Yhdistä teemat",
  merged_one: "”{{theme}}” on nyt ”{{into}}” {{count}} yhteydenotossa. Muuttuneita sitaatteja: {{quotes}}.",
  merged_other: "”{{theme}}” on nyt ”{{into}}” {{count}} yhteydenotossa. Muuttuneita sitaatteja: {{quotes}}.",
  save: "Tallenna muutokset",
  saved: "Tallennettu: ”{{theme}}”",
};
