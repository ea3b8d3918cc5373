import type { tasks as english } from "../en/tasks.ts";

/** Tehtävien sanat: mitä tehdään, kuka ja mihin mennessä. */
export const tasks: typeof english = {
  add: "Lisää tehtävä",
  addOn: "Lisää tehtävä kohteeseen ”{{thing}}”",
  make: "Tee tehtäväksi",
  made: "Nyt tehtävissä: {{text}}",
  text: "Mitä tehdään",
  textHint: "Soitetaan takaisin samana päivänä",
  owner: "Kuka",
  dueOn: "Mihin mennessä",
  keep: "Tallenna tehtävä",
  none: "Ei vielä tehtäviä",
  noneHelp:
    "Tehtävä kertoo, mitä tehdään, kuka tekee ja mihin mennessä. Sen voi tehdä kommentista, kohtaamispisteestä tai äänestyksestä.",
  nobody: "Ei vielä tekijää",
  by: "{{day}} mennessä",
  late: "piti olla valmis {{day}}",
  doneBy: "tehty, {{name}}",
  remove: "Poista: {{text}}",
};
