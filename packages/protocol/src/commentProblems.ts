/** Reasons for which a comment is refused. Joined into `problems`. */
export const commentProblems = {
  "comment.unknown": {
    status: 404,
    en: "There is no such comment; somebody may have removed it. Your words are still in the field.",
    fi: "Tällaista kommenttia ei ole; joku on voinut poistaa sen. Sanasi ovat yhä kentässä.",
  },
  "comment.notYours": {
    status: 403,
    en: "Only who wrote a comment may change its words; who may edit the journey may remove it.",
    fi: "Kommentin sanoja voi muuttaa vain sen kirjoittaja; polun muokkaaja voi poistaa sen.",
  },
  "comment.tooMany": {
    status: 409,
    en: "This journey holds {most} comments, and takes no more. Remove some that are resolved.",
    fi: "Polussa on jo {most} kommenttia, eikä siihen mahdu enempää. Poista käsiteltyjä.",
  },
} as const;
