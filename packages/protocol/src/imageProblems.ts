/** What is said of images on the free canvas. */
export const imageProblems = {
  "image.unknown": {
    status: 404,
    en: "There is no such image in this journey.",
    fi: "Tässä polussa ei ole tällaista kuvaa.",
  },
  "image.notOne": {
    status: 415,
    en: "That is not a PNG, JPEG, WebP or GIF image. Save it as one of these and add it again.",
    fi: "Tämä ei ole PNG-, JPEG-, WebP- eikä GIF-kuva. Tallenna se sellaiseksi ja lisää uudelleen.",
  },
  "image.tooLarge": {
    status: 413,
    en: "The image is too large: at most {limit} MB. Make it smaller and add it again.",
    fi: "Kuva on liian suuri: enintään {limit} Mt. Pienennä sitä ja lisää uudelleen.",
  },
  "image.full": {
    status: 409,
    en: "The images of a journey may be {limit} MB together, and they are. Delete one first.",
    fi: "Polun kuvat saavat olla yhteensä {limit} Mt, ja raja on täynnä. Poista ensin jokin kuva.",
  },
} as const;
