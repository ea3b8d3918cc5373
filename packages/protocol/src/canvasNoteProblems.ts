/** Reasons for which a participant's note is refused. Joined into `problems`. */
export const canvasNoteProblems = {
  "canvasNote.unknown": {
    status: 404,
    en: "There is no such note of yours; somebody may have removed it.",
    fi: "Tällaista omaa muistilappua ei ole; joku on voinut poistaa sen.",
  },
  "canvasNote.locked": {
    status: 409,
    en: "This place is locked at the moment. Put the note somewhere else, or ask who leads to unlock it.",
    fi: "Tämä kohta on nyt lukittu. Laita lappu muualle tai pyydä vetäjää avaamaan lukitus.",
  },
  "canvasNote.tooMany": {
    status: 409,
    en: "You have {most} notes on this map, and it takes no more of yours. Remove some first.",
    fi: "Sinulla on kartalla jo {most} muistilappua, eikä enempää mahdu. Poista ensin jokin.",
  },
} as const;
