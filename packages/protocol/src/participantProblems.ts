/** Reasons for which a participant's curve is refused. Joined into `problems`. */
export const participantProblems = {
  "participant.consent": {
    status: 422,
    en: "The text about consent has changed since you opened this page. Open the link again and read it once more.",
    fi: "Suostumusteksti on muuttunut sen jälkeen, kun avasit sivun. Avaa linkki uudelleen ja lue teksti vielä kerran.",
  },
  "participant.nothing": {
    status: 422,
    en: "Nothing is drawn or said yet. Say of one moment at least how it felt.",
    fi: "Mitään ei ole vielä piirretty tai sanottu. Kerro ainakin yhdestä hetkestä, miltä se tuntui.",
  },
  "participant.soundConsent": {
    status: 422,
    en: "The text about your voice has changed since you opened this page. Open the link again and read it once more.",
    fi: "Ääntäsi koskeva teksti on muuttunut sen jälkeen, kun avasit sivun. Avaa linkki uudelleen ja lue teksti vielä kerran.",
  },
  "participant.long": {
    status: 422,
    en: "What you said is longer than {minutes} minutes. Say some of it anew in fewer words; nothing is lost yet.",
    fi: "Puheesi on pidempi kuin {minutes} minuuttia. Kerro jokin kohta uudelleen lyhyemmin; mitään ei ole vielä kadonnut.",
  },
  "participant.erased": {
    status: 409,
    en: "What was said from this phone was erased on request, so nothing more is kept from it.",
    fi: "Tällä puhelimella sanottu on poistettu pyynnöstä, joten siltä ei enää tallenneta mitään.",
  },
  "participant.full": {
    status: 409,
    en: "This link has taken {most} answers and takes no more. Ask the person who sent it for a new one.",
    fi: "Linkillä on jo {most} vastausta, eikä se ota enempää. Pyydä uusi linkki siltä, joka lähetti tämän.",
  },
} as const;
