/** The words of the shelf of themes. */
export const themes = {
  all_one: "{{count}} theme",
  all_other: "{{count}} themes",
  empty: "No themes yet",
  emptyHelp: "A theme is a word or two of the customer's own. Give one to a quote, and it stands here.",
  change: "Change the theme “{{theme}}”",
  isUnder: "(under {{under}})",
  name: "Name",
  nameHint: "In the customer's own words. Every quote and contact that has the theme follows.",
  sameAs: "The same as",
  none: "no other theme",
  under: "Under",
  atTop: "no theme: it stands by itself",
  hasOthers: "Other themes stand under this one, so it stands by itself.",
  noColour: "None",
  mergeSays_one:
    "“{{theme}}” becomes “{{into}}” in {{count}} contact and in its quotes, and what stands under it goes along. This cannot be taken back: nobody can tell the two apart afterwards.",
  mergeSays_other:
    "“{{theme}}” becomes “{{into}}” in {{count}} contacts and in their quotes, and what stands under it goes along. This cannot be taken back: nobody can tell the two apart afterwards.",
  merge: "Make them one",
  merged_one: "“{{theme}}” is now “{{into}}”, in {{count}} contact. Quotes changed: {{quotes}}.",
  merged_other: "“{{theme}}” is now “{{into}}”, in {{count}} contacts. Quotes changed: {{quotes}}.",
  save: "Keep the changes",
  saved: "Kept: “{{theme}}”",
};
