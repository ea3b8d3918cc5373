/** Reasons for which something in a workshop is refused. Joined into `problems`. */
export const workshopProblems = {
  "workshop.unknown": {
    status: 404,
    en: "There is no workshop in this journey now; it has ended, or has not begun.",
    fi: "Tässä polussa ei ole nyt työpajaa: se on päättynyt tai ei ole vielä alkanut.",
  },
  "workshop.isOn": {
    status: 409,
    en: "A workshop is already on in this journey. End it before you begin another.",
    fi: "Tässä polussa on jo työpaja käynnissä. Päätä se, ennen kuin aloitat uuden.",
  },
  "workshopStep.unknown": {
    status: 404,
    en: "There is no such step in the agenda; the facilitator may have changed it.",
    fi: "Tällaista kohtaa ei ole ohjelmassa; vetäjä on voinut muuttaa ohjelmaa.",
  },
  "workshopStep.needed": {
    status: 409,
    en: "The step that is on cannot be taken out of the agenda. Go on to another step first.",
    fi: "Käynnissä olevaa kohtaa ei voi poistaa ohjelmasta. Siirry ensin toiseen kohtaan.",
  },
  "workshop.notWriting": {
    status: 409,
    en: "Nothing can be written in this step now: it is another step's turn, or its notes are already revealed. Your words are still in the field.",
    fi: "Tähän kohtaan ei voi nyt kirjoittaa: ohjelma on jo toisessa kohdassa, tai laput on jo paljastettu. Sanasi ovat yhä kentässä.",
  },
  "workshop.notDrawing": {
    status: 409,
    en: "Nothing can be drawn in this step now: it is another step's turn, or its curves are already revealed.",
    fi: "Tässä kohdassa ei voi nyt piirtää: ohjelma on jo toisessa kohdassa, tai käyrät on jo paljastettu.",
  },
  "workshop.notHeard": {
    status: 409,
    en: "Listen first: you have heard {heard} of {needed} customers' words. Drawing opens after that.",
    fi: "Kuuntele ensin: olet kuullut {heard}/{needed} asiakkaan sanat. Sen jälkeen voit piirtää.",
  },
  "workshop.manyDrafts": {
    status: 409,
    en: "You have written {most} notes in this step. Take one away to write another.",
    fi: "Olet kirjoittanut tähän kohtaan jo {most} lappua. Poista jokin, niin voit kirjoittaa uuden.",
  },
  "workshopDraft.unknown": {
    status: 404,
    en: "There is no such note of yours; it may be revealed already.",
    fi: "Sinulla ei ole tällaista lappua; se on voitu jo paljastaa.",
  },
  "workshopNote.unknown": {
    status: 404,
    en: "There is no such note in this workshop.",
    fi: "Tässä työpajassa ei ole tällaista lappua.",
  },
  "workshop.notVoting": {
    status: 409,
    en: "This is not a vote that is open: it is another step's turn, or the vote is closed. Your earlier dots were counted.",
    fi: "Äänestys ei ole auki: ohjelma on jo toisessa kohdassa, tai äänestys on suljettu. Aiemmat äänesi laskettiin.",
  },
  "workshop.overBudget": {
    status: 409,
    en: "You have {most} dots in this vote, and {used} of them are given. Take one back to give it to something else.",
    fi: "Sinulla on tässä äänestyksessä {most} ääntä, ja niistä {used} on annettu. Ota ääni takaisin, niin voit antaa sen muualle.",
  },
} as const;
