/** Reasons for which a recording, or a second rating, is refused. Joined into `problems`. */
export const recordingProblems = {
  "recording.form": {
    status: 415,
    en: "This is not a recording that can be silenced: it must be Ogg Opus or WAV. Add the file in the app, which converts it, or convert it first.",
    fi: "Tätä äänitettä ei voi vaimentaa: sen on oltava Ogg Opus tai WAV. Lisää tiedosto sovelluksessa, joka muuntaa sen, tai muunna se ensin.",
  },
  "recording.long": {
    status: 422,
    en: "The recording is longer than {hours} hours. Cut it into parts and add them one by one.",
    fi: "Äänite on pidempi kuin {hours} tuntia. Jaa se osiin ja lisää ne yksitellen.",
  },
  "recording.there": {
    status: 409,
    en: "This contact has a recording already. Remove that one first.",
    fi: "Tällä yhteydenotolla on jo äänite. Poista se ensin.",
  },
  "recording.unknown": {
    status: 404,
    en: "There is no such recording; it may have been removed or erased.",
    fi: "Tällaista äänitettä ei ole; se on ehkä poistettu.",
  },
  "recording.place": {
    status: 422,
    en: "That stretch lies outside the recording, which is {seconds} seconds long.",
    fi: "Kohta on äänitteen ulkopuolella; äänite kestää {seconds} sekuntia.",
  },
  "recording.changed": {
    status: 409,
    en: "Somebody changed the recording in the same moment. Look at it again, then repeat.",
    fi: "Joku muutti äänitettä samalla hetkellä. Katso se uudelleen ja toista.",
  },
  "rating.own": {
    status: 409,
    en: "You made this quote: its second rating is somebody else's.",
    fi: "Teit tämän sitaatin: toisen arvion antaa joku muu.",
  },
  "rating.twice": {
    status: 409,
    en: "You have rated this quote already. A second rating is given once, so that it stays blind.",
    fi: "Olet jo arvioinut tämän sitaatin. Toinen arvio annetaan kerran, jotta se pysyy sokkona.",
  },
} as const;
