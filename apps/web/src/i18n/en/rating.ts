/** The words of the second rating. */
export const rating = {
  open: "Second rating",
  title: "Second rating",
  says: "How did it feel to the one who said it? You are not told how it was rated first. Keys 1–5.",
  left_one: "{{count}} quote left",
  left_other: "{{count}} quotes left",
  stop: "Stop here and see the agreement",
  agreement: "How far two raters agree",
  none: "No quote has been rated twice yet. Colleagues find here what you rated, and you what they rated.",
  same_one: "{{count}} quote was rated twice; on {{share}} both said the same.",
  same_other: "{{count}} quotes were rated twice; on {{share}} of them both said the same.",
  kappa: "Weighted kappa {{kappa}} (n = {{n}})",
  noKappa: "No kappa: both said the same of every quote, as chance would too.",
  formula:
    "Kappa = 1 − observed ÷ expected disagreement, each weighted by the square of the distance between the steps. 1 is full agreement, 0 what chance gives.",
  apart: "Where you differ",
  first: "first {{v}}",
  second: "second {{v}}",
};
