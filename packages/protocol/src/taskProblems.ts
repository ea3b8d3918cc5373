/** Reasons for which a task is refused. Joined into `problems`. */
export const taskProblems = {
  "task.unknown": {
    status: 404,
    en: "There is no such task; somebody may have removed it.",
    fi: "Tällaista tehtävää ei ole; joku on voinut poistaa sen.",
  },
  "task.notYours": {
    status: 403,
    en: "Only who wrote a task, or who may edit the journey, changes or removes it. Anyone may say that it is done.",
    fi: "Tehtävää muuttaa ja sen poistaa vain kirjoittaja tai polun muokkaaja. Tehdyksi sen voi merkitä kuka vain.",
  },
  "task.tooMany": {
    status: 409,
    en: "This journey holds {most} tasks, and takes no more. Remove some that are done.",
    fi: "Polussa on jo {most} tehtävää, eikä siihen mahdu enempää. Poista tehtyjä.",
  },
} as const;
