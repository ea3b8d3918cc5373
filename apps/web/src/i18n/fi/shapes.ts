import type { shapes as english } from "../en/shapes.ts";

/** Vapaan alueen sanat: mitä on kartan vierellä ja päällä. */
export const shapes: typeof english = {
  tools: "Vapaan alueen työkalut",
  kinds: {
    note: "Muistilappu",
    text: "Teksti",
    arrow: "Nuoli",
    frame: "Kehys",
    drawing: "Piirros",
    image: "Kuva",
  },
  words: {
    note: "Lapun teksti",
    text: "Teksti",
    arrow: "Nuolen teksti",
    frame: "Kehyksen otsikko",
    drawing: "Piirroksen nimi",
    image: "Mitä kuvassa on",
  },
  hints: {
    note: "Kirjoita …",
    text: "Kirjoita …",
    arrow: "Kirjoita …",
    frame: "Otsikko",
    drawing: "Nimi",
    image: "Mitä kuvassa on?",
  },
  how: {
    note: "Paina kohtaa, johon lappu tulee. Esc lopettaa.",
    text: "Paina kohtaa, johon teksti tulee. Esc lopettaa.",
    arrow: "Paina kohtaa, josta nuoli alkaa: korttia, lappua tai tyhjää. Esc lopettaa.",
    arrowTo: "Paina nyt kohtaa, johon se päättyy.",
    frame: "Vedä kehys yhteen kuuluvien ympärille. Esc lopettaa.",
    drawing: "Piirrä. Esc laskee kynän.",
  },
  on: "Kulkee kohtaamispisteen ”{{touchpoint}}” mukana",
  own: {
    title: "Oma muistilappu",
    add: "Lisää muistilappu",
    put: "Laita kartalle",
    keep: "Tallenna muutokset",
    remove: "Ota pois",
    middle: "Lappu menee näkymäsi keskelle. Valitse ensin kohtaamispiste, niin se menee siihen.",
  },
  bar: "Mitä tälle voi tehdä",
  colour: "Väri",
  colours: {
    yellow: "Keltainen",
    green: "Vihreä",
    blue: "Sininen",
    rose: "Roosa",
    violet: "Violetti",
    grey: "Harmaa",
  },
  addImage: "Lisää kuva (tai liitä tai pudota)",
  imageMissing: "Tätä kuvaa ei saatu: se kuuluu toiseen polkuun, tai verkkoyhteys puuttuu.",
  imageTooLarge:
    "Kuva on liian suuri: tiedosto saa olla enintään {{limit}} Mt. Pienennä kuvaa ja yritä uudelleen.",
  imageNotSent: "Kuvaa ei voitu lähettää, koska verkkoyhteys katkesi. Lisää se uudelleen, kun yhteys palaa.",
  notAnImage: "Tämä ei ole PNG-, JPEG-, WebP- eikä GIF-kuva. Tallenna se sellaiseksi ja lisää uudelleen.",
  arrowFrom: "Piirrä tästä nuoli",
  unknown_one:
    "Yksi asia tällä kartalla on tehty uudemmalla Polulla. Se on tallessa, mutta tämä versio ei osaa näyttää sitä.",
  unknown_other:
    "{{count}} asiaa tällä kartalla on tehty uudemmalla Polulla. Ne ovat tallessa, mutta tämä versio ei osaa näyttää niitä.",
  copied_one: "Yksi vapaan alueen asia on leikepöydällä.",
  copied_other: "{{count}} vapaan alueen asiaa on leikepöydällä.",
  fromWorkshop: "Vie nämä vapaalle alueelle lapuiksi",
  outline: "Vapaalla alueella",
  free: "On vapaana",
  movesWith: "Minkä mukana tämä kulkee: {{name}}",
};
