import type { summary as english } from "../en/summary.ts";

/** Työpajan koonnin sanat. */
export const summary: typeof english = {
  title: "Mitä työpajasta jäi",
  read: "Lue, mitä siitä jäi",
  earlier: "Mitä aiemmista työpajoista jäi",
  back: "Takaisin kartalle",
  which: "Työpaja",
  isOn: "käynnissä",
  agenda: "Ohjelma",
  minutes_one: "{{count}} min",
  minutes_other: "{{count}} min",
  decisions: "Päätökset",
  changed: "Mikä kartalla muuttui",
  more_one: "ja {{count}} muutos lisää",
  more_other: "ja {{count}} muutosta lisää",
  none: "Tähän ei merkitty mitään.",
  markdown: "Lataa Markdownina",
  compare: "Vertaa: ennen ja jälkeen",
  before: "Kartta ennen työpajaa",
  noWorkshop: "Tällä polulla ei ole vielä pidetty työpajaa.",
};
