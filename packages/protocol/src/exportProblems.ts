/** Reasons for which a journey is not given out or taken in as a file. Joined into `problems`. */
export const exportProblems = {
  "export.format": {
    status: 422,
    en: "There is no such format. A journey can be had as {formats}: ?format=svg.",
    fi: "Tällaista muotoa ei ole. Polun saa muodoissa {formats}: ?format=svg.",
  },
  "export.failed": {
    status: 503,
    en: "The picture could not be made this time. The SVG holds the same picture: ?format=svg.",
    fi: "Kuvaa ei saatu nyt tehtyä. Sama kuva on SVG-muodossa: ?format=svg.",
  },
  "import.notJourney": {
    status: 422,
    en: "The file is not a journey that Polku can read: {why}. It reads journeys saved as JSON, tables (CSV, XLSX) with a column “Touchpoint”, and Mermaid journeys.",
    fi: "Tiedosto ei ole polku, jonka Polku osaa lukea: {why}. Se lukee JSON-muodossa tallennettuja polkuja, taulukoita (CSV, XLSX), joissa on sarake ”Kohtaamispiste”, ja Mermaidin journey-kaavioita.",
  },
  "import.journeyTooLarge": {
    status: 413,
    en: "The journey file is larger than the limit of {limit} MB.",
    fi: "Polkutiedosto ylittää rajan {limit} Mt.",
  },
} as const;
