/** What the team made of what customers said, and who was told. */
export const insights = {
  title: "What came of it",
  none: "Nothing yet. What will you do about what customers said here?",
  text: "What was decided or understood",
  hint: "For instance: A promise has an owner and a clock",
  add: "Write it down",
  status: "How far it is",
  statuses: { open: "Open", decided: "Decided", shipped: "Done", told_customers: "Done, and customers told" },
  owner: "Who sees to it",
  delete: "Remove it",
  untitled: "Without words yet",
  told: "Who was told what came of it",
  toldAt: "told {{when}}",
  toldSome: "told",
  noQuotes: "No quote of this touchpoint is behind it yet: whoever spoke cannot be told.",
  gone: "A quote that is gone from the library",
  summary: "{{told}} of {{count}} told",
};
