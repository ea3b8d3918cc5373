/** Reasons for which a file, a contact or a quote is refused. Joined into `problems`. */
export const evidenceProblems = {
  "search.unknown": {
    status: 404,
    en: "There is no such saved search; somebody may have removed it.",
    fi: "Tällaista tallennettua hakua ei ole; joku on voinut poistaa sen.",
  },
  "search.tooMany": {
    status: 409,
    en: "There are {most} saved searches already. Remove one that is not needed, then save this one.",
    fi: "Tallennettuja hakuja on jo {most}. Poista tarpeeton ja tallenna tämä sitten.",
  },
  "theme.unknown": {
    status: 404,
    en: "There is no such theme; somebody may have renamed it.",
    fi: "Tällaista teemaa ei ole; joku on voinut nimetä sen uudelleen.",
  },
  "theme.nesting": {
    status: 409,
    en: "Themes stand one under another, not deeper: choose a theme that is not under another, for one that has none under it.",
    fi: "Teemat ovat enintään kahdessa tasossa: valitse yläteemaksi teema, joka ei ole toisen alla, ja siirrä teema, jonka alla ei ole muita.",
  },
  "rule.unknown": {
    status: 404,
    en: "There is no such rule; somebody may have removed it.",
    fi: "Tällaista sääntöä ei ole; joku on voinut poistaa sen.",
  },
  "rule.tooMany": {
    status: 409,
    en: "There are {most} rules already. Remove one that is not needed, then add this one.",
    fi: "Sääntöjä on jo {most}. Poista tarpeeton ja lisää tämä sitten.",
  },
  "suggestion.unknown": {
    status: 404,
    en: "There is no such suggestion; what was suggested may have been erased.",
    fi: "Tällaista ehdotusta ei ole; ehdotettu on voitu poistaa.",
  },
  "file.missing": {
    status: 422,
    en: 'Send the file as multipart form data in a part called "file".',
    fi: 'Lähetä tiedosto multipart-lomakkeena osassa nimeltä "file".',
  },
  "file.tooLarge": {
    status: 413,
    en: "The file is too large: the limit is {limit} MB. Split it and import the parts into the same source.",
    fi: "Tiedosto on liian suuri: raja on {limit} Mt. Jaa se osiin ja tuo osat samaan lähteeseen.",
  },
  "file.empty": { status: 422, en: "The file is empty.", fi: "Tiedosto on tyhjä." },
  "file.too-large": { status: 413, en: "The file is larger than the limit.", fi: "Tiedosto ylittää rajan." },
  "file.spreadsheet": {
    status: 415,
    en: "This spreadsheet is damaged or of a kind that is not read (.xls, .ods). Save it as .xlsx or CSV and import that.",
    fi: "Tämä taulukko on vahingoittunut tai sellaista muotoa, jota ei lueta (.xls, .ods). Tallenna se .xlsx- tai CSV-muotoon ja tuo se.",
  },
  "file.document": {
    status: 415,
    en: "This document is damaged or of a kind that is not read (.doc, .odt, .rtf). Save it as .docx or plain text and import that.",
    fi: "Tämä asiakirja on vahingoittunut tai sellaista muotoa, jota ei lueta (.doc, .odt, .rtf). Tallenna se .docx-muotoon tai pelkäksi tekstiksi ja tuo se.",
  },
  "file.zip": {
    status: 415,
    en: "This is a compressed archive. Unpack it and import the files inside.",
    fi: "Tämä on pakattu arkisto. Pura se ja tuo sen tiedostot.",
  },
  "file.pdf": {
    status: 415,
    en: "This is a PDF. Save its text as plain text and import that.",
    fi: "Tämä on PDF. Tallenna sen teksti pelkäksi tekstiksi ja tuo se.",
  },
  "file.image": {
    status: 415,
    en: "This is a picture. Add it in the app, or send it to POST /api/v1/pictures with what it shows: PNG, JPEG, WebP or GIF.",
    fi: "Tämä on kuva. Lisää se sovelluksessa tai lähetä se osoitteeseen POST /api/v1/pictures ja kerro, mitä siinä näkyy: PNG, JPEG, WebP tai GIF.",
  },
  "file.audio": {
    status: 415,
    en: "This is a sound recording. Add it in the app, or send it to POST /api/v1/recordings; its transcript (VTT, SRT or plain text) comes in as a file of its own.",
    fi: "Tämä on äänite. Lisää se sovelluksessa tai lähetä se osoitteeseen POST /api/v1/recordings; litterointi (VTT, SRT tai pelkkä teksti) tuodaan omana tiedostonaan.",
  },
  "file.video": {
    status: 415,
    en: "This is a video. Import its transcript (VTT, SRT or plain text).",
    fi: "Tämä on video. Tuo sen litterointi (VTT, SRT tai pelkkä teksti).",
  },
  "file.json": {
    status: 415,
    en: "This JSON is neither an export of Zendesk nor of Intercom. Export the same data as CSV and import that.",
    fi: "Tämä JSON ei ole Zendeskin eikä Intercomin vienti. Vie sama aineisto CSV-muodossa ja tuo se.",
  },
  "file.markup": {
    status: 415,
    en: "This is a web page or an XML file. Save its text as plain text or CSV and import that.",
    fi: "Tämä on verkkosivu tai XML-tiedosto. Tallenna sen sisältö tekstinä tai CSV-muodossa ja tuo se.",
  },
  "file.binary": {
    status: 415,
    en: "The file does not hold text that can be read, whatever its name says.",
    fi: "Tiedostossa ei ole luettavaa tekstiä, sanoi sen nimi mitä tahansa.",
  },
  "file.no-rows": {
    status: 422,
    en: "The table holds headings but no rows.",
    fi: "Taulukossa on otsikot mutta ei rivejä.",
  },
  "file.no-cues": {
    status: 422,
    en: "The transcript holds no timed lines.",
    fi: "Litteroinnissa ei ole yhtään ajastettua riviä.",
  },
  "file.no-words": {
    status: 422,
    en: "The file is well formed, but nobody says anything in it.",
    fi: "Tiedosto on ehjä, mutta kukaan ei sano siinä mitään.",
  },
  "file.damaged": {
    status: 422,
    en: "The file is damaged, cut off or locked with a password. Save or export it again and import the new file.",
    fi: "Tiedosto on vahingoittunut, katkennut tai lukittu salasanalla. Tallenna tai vie se uudelleen ja tuo uusi tiedosto.",
  },
  "file.bomb": {
    status: 422,
    en: "The file unpacks to far more than it seems to hold, so it was not opened. Save its content as CSV or plain text and import that.",
    fi: "Tiedosto purkautuu paljon suuremmaksi kuin miltä se näyttää, joten sitä ei avattu. Tallenna sisältö CSV-muotoon tai pelkäksi tekstiksi ja tuo se.",
  },
  "file.unreadable": {
    status: 422,
    en: "The file could not be read within the limits of time and memory.",
    fi: "Tiedostoa ei saatu luettua ajan ja muistin rajoissa.",
  },
  "import.mapping": {
    status: 422,
    en: "The file has no column called {columns}.",
    fi: "Tiedostossa ei ole saraketta {columns}.",
  },
  "import.unknown": { status: 404, en: "There is no such import.", fi: "Tällaista tuontia ei ole." },
  "import.interrupted": {
    status: 409,
    en: "The server stopped during the import. Import the file again: nothing is added twice.",
    fi: "Palvelin pysähtyi kesken tuonnin. Tuo tiedosto uudelleen: mitään ei lisätä kahdesti.",
  },
  "import.ended": {
    status: 409,
    en: "The import has already ended.",
    fi: "Tuonti on jo päättynyt.",
  },
  "source.unknown": {
    status: 404,
    en: "There is no such source; it may have been erased.",
    fi: "Tällaista lähdettä ei ole; se on ehkä poistettu.",
  },
  "contact.unknown": {
    status: 404,
    en: "There is no such contact; its source may have been erased.",
    fi: "Tällaista yhteydenottoa ei ole; sen lähde on ehkä poistettu.",
  },
  "quote.unknown": {
    status: 404,
    en: "There is no such quote; its source may have been erased.",
    fi: "Tällaista sitaattia ei ole; sen lähde on ehkä poistettu.",
  },
  "person.unknown": {
    status: 404,
    en: "Nothing is kept of this person under that name, address or number. Try the form that the imported file uses.",
    fi: "Tästä henkilöstä ei ole mitään tuolla nimellä, osoitteella tai numerolla. Kokeile muotoa, jota tuotu tiedosto käyttää.",
  },
  "source.past": {
    status: 422,
    en: "The day until which something is kept must be in the future. To erase it now, erase the source.",
    fi: "Säilytyksen viimeisen päivän on oltava tulevaisuudessa. Jos haluat poistaa lähteen heti, poista se.",
  },
  "quote.place": {
    status: 422,
    en: "A quote must be words of its contact: the place {place} is outside it or holds no words.",
    fi: "Sitaatin on oltava yhteydenoton sanoja: kohta {place} on sen ulkopuolella tai siinä ei ole sanoja.",
  },
  "picture.unknown": {
    status: 404,
    en: "There is no such picture; it may have been erased.",
    fi: "Tällaista kuvaa ei ole; se on voitu hävittää.",
  },
  "picture.quoted": {
    status: 409,
    en: "A quote is made of words that would not be there any more: “{words}”. Keep them, or erase the quote first.",
    fi: "Sitaattiin kuuluu sanoja, joita ei enää olisi: ”{words}”. Jätä ne tekstiin tai poista ensin sitaatti.",
  },
  "quote.pair": {
    status: 422,
    en: "A pair is something that a customer said and something that somebody was seen doing. Say of the quotes first how you know it.",
    fi: "Pariin kuuluu jotain, minkä asiakas sanoi, ja jotain, mitä hänen nähtiin tekevän. Merkitse ensin sitaatteihin, mistä sen tiedät.",
  },
  "quote.valence": {
    status: 422,
    en: "A valence is a number from −2 to 2, or null when it is not known.",
    fi: "Tunnearvo on luku väliltä −2…2, tai null, kun sitä ei tiedetä.",
  },
} as const;
