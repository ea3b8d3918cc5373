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
  decisions: "Mitä tässä työpajassa päätettiin",
  decisionsAll: "Päätökset",
  decisionsNow: "Kartan tilaa työpajan alussa ei ole tallessa: tässä on, mitä tähän mennessä on päätetty.",
  decidedBefore: "Päätetty jo aiemmin",
  was: "oli: {{status}}",
  told_one: "kerrottu {{count}} asiakkaalle",
  told_other: "kerrottu {{count}} asiakkaalle",
  changed: "Mikä kartalla muuttui",
  more_one: "ja {{count}} muutos lisää",
  more_other: "ja {{count}} muutosta lisää",
  none: "Tähän ei merkitty mitään.",
  markdown: "Lataa Markdownina",
  compare: "Vertaa: ennen ja jälkeen",
  before: "Kartta ennen työpajaa",
  noWorkshop: "Tällä polulla ei ole vielä pidetty työpajaa.",
};
