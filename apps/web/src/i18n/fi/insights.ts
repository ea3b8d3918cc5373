/** What the team made of what customers said, and who was told. */
export const insights = {
  title: "Mitä tästä seurasi",
  none: "Ei vielä mitään. Mitä teette sille, mitä asiakkaat tässä sanoivat?",
  text: "Mitä päätettiin tai ymmärrettiin",
  hint: "Esimerkiksi: Lupauksella on omistaja ja kello",
  add: "Kirjaa",
  status: "Kuinka pitkällä",
  statuses: {
    open: "Auki",
    decided: "Päätetty",
    shipped: "Tehty",
    told_customers: "Tehty ja kerrottu asiakkaille",
  },
  owner: "Kuka hoitaa",
  delete: "Poista",
  untitled: "Vielä ilman sanoja",
  told: "Kenelle kerrottiin, mitä seurasi",
  toldAt: "kerrottu {{when}}",
  toldSome: "kerrottu",
  noQuotes: "Takana ei ole vielä tämän kohtaamispisteen sitaattia: kenellekään ei voi kertoa.",
  gone: "Sitaatti, joka on poistettu kirjastosta",
  summary: "{{told}}/{{count}} kerrottu",
};
