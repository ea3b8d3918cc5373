import type { states as english } from "../en/states.ts";

export const states: typeof english = {
  title: "Nykytila ja tavoitetila",
  back: "Tavoitetilaan",
  current: "Nyt",
  future: "Tavoitetila",
  both: "Nykytila ja tavoitetila rinnakkain",
  bothOf: "Nykytila ja tavoitetila rinnakkain: ”{{title}}”",
  besideCurrent: "Tavoitetila. Rinnakkain polun ”{{title}}” kanssa",
  besideFuture: "Rinnakkain tavoitetilan ”{{title}}” kanssa",
  make: "Tee tästä tavoitetila",
  newTitle: "{{title}}, tavoitetila",
  made: "Tässä on tavoitetila, jossa kaikki on vielä niin kuin nyt. Asiakkaiden sitaatit jäivät alkuperäiselle polulle.",
  map: "Polku ”{{name}}”, vierii yhdessä toisen kanssa",
  picture: "Polku ”{{name}}” kuvana",
  noPicture: "Polun piirtäminen ei nyt onnistunut. Yritä uudelleen lataamalla sivu.",
  smaller: "Pienemmäksi",
  larger: "Suuremmaksi",
  differ: "Mikä tavoitetilassa on toisin",
  leftOut:
    "Asiakkaiden sitaatit ja pidetyt tai rikotut lupaukset kuuluvat siihen, mitä on jo tapahtunut. Ne pysyvät nykyisellä polulla, eikä niitä lasketa eroiksi.",
};
