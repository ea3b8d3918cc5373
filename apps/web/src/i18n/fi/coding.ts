import type { coding as english } from "../en/coding.ts";

export const coding: typeof english = {
  keysTitle: "Koodauksen näppäimet",
  keys: {
    sentences: "Valitse virke; Vaihto kasvattaa valintaa",
    words: "Valitse sana; Vaihto kasvattaa valintaa",
    feeling: "Miltä se tuntui",
    make: "Tee sitaatti",
    themes: "Siirry teemoihin",
    hear: "Kuuntele äänite siitä kohdasta",
    next: "Seuraava ja edellinen yhteydenotto",
    back: "Luovu valinnasta; takaisin luetteloon",
    help: "Näytä tai piilota nämä näppäimet",
  },
  showKeys: "? näyttää koodauksen näppäimet",
  nextContact: "Seuraava yhteydenotto (J)",
  previousContact: "Edellinen yhteydenotto (K)",
  last: "Tämä on luettelon viimeinen.",
  first: "Tämä on luettelon ensimmäinen.",
  choose: "Valitse ”{{words}}”",
  chosen_one: "{{count}} valittu",
  chosen_other: "{{count}} valittu",
  pinChosen: "Kiinnitä valitut …",
  letGo: "Luovu kaikista",
  pinTitle_one: "Kiinnitä kohtaamispisteeseen",
  pinTitle_other: "Kiinnitä {{count}} sitaattia kohtaamispisteeseen",
  pinned_one: "Kiinnitettiin kohtaan ”{{title}}”",
  pinned_other: "{{count}} sitaattia kiinnitettiin kohtaan ”{{title}}”",
  attach: "Liitä sitaatteja",
  placeIn: "Missä vaiheessa",
  places: { any: "Jossain sen aikana", arrive: "Saapuessa", during: "Sen aikana", leave: "Lähtiessä" },
  saidDid: {
    title: "Sanoi ja teki",
    help_one:
      "Täältä on yhden ihmisen sanat ja se, mitä hänen nähtiin tekevän. Katso molempia, ennen kuin päätät, kumpaa uskot.",
    help_other:
      "Täältä on {{count}} ihmisen sanat ja se, mitä heidän nähtiin tekevän. Katso molempia, ennen kuin päätät, kumpaa uskot.",
    said: "Sanoi",
    did: "Teki",
    heard: "vain kuultavissa: kuuntele yllä",
  },
};
