import type { SkipReason } from "@polku/evidence";
import type { Language } from "./problems.ts";

/** Why a row of a file was left out, a sentence in each language. */
export const skipReasons: Readonly<Record<SkipReason | "person-erased", Readonly<Record<Language, string>>>> =
  {
    "too-few-cells": {
      en: "The row has fewer cells than there are headings.",
      fi: "Rivillä on vähemmän soluja kuin otsikoita.",
    },
    "too-many-cells": {
      en: "The row has more cells than there are headings.",
      fi: "Rivillä on enemmän soluja kuin otsikoita.",
    },
    "broken-quotes": {
      en: "A quotation mark in the row is not closed, or stands in the wrong place.",
      fi: "Rivin lainausmerkki jää sulkematta tai on väärässä paikassa.",
    },
    "cell-too-long": {
      en: "A cell of the row is longer than 64,000 characters.",
      fi: "Rivin solu on yli 64 000 merkkiä pitkä.",
    },
    "no-words-no-score": {
      en: "The row holds neither words nor a score.",
      fi: "Rivillä ei ole sanoja eikä arvosanaa.",
    },
    "broken-record": {
      en: "The record is cut off or damaged.",
      fi: "Tietue on katkennut tai vahingoittunut.",
    },
    "too-many-rows": {
      en: "The file has more than 200,000 rows; the rest was not read.",
      fi: "Tiedostossa on yli 200 000 riviä; loppuja ei luettu.",
    },
    "person-erased": {
      en: "This person's words were erased; what they said before that stays out.",
      fi: "Tämän henkilön sanat on poistettu; mitä hän sanoi sitä ennen, jää pois.",
    },
  };

/** The sentence of a reason; a reason of a newer version shows its code. */
export function skipSentence(code: string, language: Language): string {
  const known = Object.entries(skipReasons).find(([reason]) => reason === code);
  return known === undefined ? code : known[1][language];
}
