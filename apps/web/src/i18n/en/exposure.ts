/** The words of exposure: who met how many customers. */
export const exposure = {
  title: "Who has met customers",
  how: "This month ({{month}}): customers whom each has read in the library or heard. One customer counts once, however much they said.",
  nobody: "Nobody has chosen to be shown yet.",
  me: "{{name}} (you)",
  customers_one: "{{count}} customer",
  customers_other: "{{count}} customers",
  show: "Show my name and my number to the team",
};
