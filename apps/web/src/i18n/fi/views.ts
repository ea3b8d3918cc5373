import type { views as english } from "../en/views.ts";

/** Mitä katsotaan: kartan suodatin ja tallennetut näkymät. */
export const views: typeof english = {
  title: "Mitä katsomme",
  open: "Suodatin ja tallennetut näkymät",
  none: "Yhtään näkymää ei ole vielä tallennettu. Valitse alta, mitä katsot; minkä tallennat nimellä, sen kaikki voivat avata.",
  untitled: "Nimetön näkymä",
  delete: "Poista näkymä ”{{title}}”",
  keys: {
    persona: "Kuka tästä kulkee",
    grounding: "Mihin tämä nojaa",
    channel: "Kanava",
    contactKind: "Kontakti",
    official: "Kuka tätä hoitaa",
    mot: "Totuuden hetki",
    quotes: "Asiakkaiden sanat",
  },
  official: { yes: "Organisaatio", no: "Joku muu" },
  mot: { yes: "Totuuden hetket", no: "Kaikki muut" },
  quotes: { yes: "Joku on sanonut", no: "Kukaan ei ole sanonut" },
  lanes: "Rivit, jotka itse näen",
  toScale: "Aika mittakaavassa",
  toScaleHint:
    "Sarakkeiden väli näyttää, kuinka kauan kului: alusta seuraavan alkuun tai odotuksen verran. Hyvin pitkä aika on katkaistu ja kerrottu sanoin.",
  noTimes:
    "Mikään kohtaamispiste ei vielä kerro, milloin se alkaa tai kauanko siinä odotetaan. Kirjoita se kohtaan ”Aika ja vaiva”.",
  toScaleNow: "Aika mittakaavassa",
  time: "{{time}} seuraavaan",
  timeBroken: "{{time}} seuraavaan, piirretty lyhyempänä",
  unit: "Näin pitkä on {{time}}",
  through: "{{through}} / {{all}} kohtaamispistettä",
  all: "Näytä kaikki",
  place: "Muistaa myös kohdan, jota katson",
  goesThere: "vie omaan kohtaansa kartalla",
  name: "Näkymän nimi",
  save: "Tallenna kaikille",
  aside: "suodatin jättää syrjään",
};
