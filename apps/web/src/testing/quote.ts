import type { Quote } from "../api/quotes.ts";

/** A sentence that a customer said and a person found worth keeping; `more` says what the test is about. */
export const quoteOf = (id: string, more: Partial<Quote> = {}): Quote => ({
  id,
  kind: "usability_test",
  sourceId: "s",
  itemId: `contact of ${id}`,
  respondentKey: null,
  at: null,
  withdrawn: false,
  clip: null,
  text: `words of ${id}`,
  start: 0,
  end: 8,
  manner: "stated",
  moment: null,
  personaId: null,
  sample: false,
  channel: null,
  by: "p",
  speaker: "customer",
  valence: -1,
  vBy: "human",
  themes: [],
  sourceTitle: "Test",
  ...more,
});
