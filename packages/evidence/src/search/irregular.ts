/** English verbs and nouns whose forms share no stem, one family a line. */
const families = [
  "queue queues queued queuing queueing",
  "pay paid paying pays",
  "wait waited waiting",
  "buy bought buying",
  "say said saying",
  "tell told telling",
  "go went gone going",
  "get got gotten getting",
  "give gave given giving",
  "take took taken taking",
  "send sent sending",
  "speak spoke spoken speaking",
  "write wrote written writing",
  "break broke broken breaking",
  "choose chose chosen choosing",
  "come came coming",
  "do did done doing",
  "feel felt feeling",
  "find found finding",
  "forget forgot forgotten forgetting",
  "hear heard hearing",
  "keep kept keeping",
  "know knew known knowing",
  "leave left leaving",
  "lose lost losing",
  "make made making",
  "meet met meeting",
  "ring rang rung ringing",
  "see saw seen seeing",
  "sell sold selling",
  "think thought thinking",
  "understand understood understanding",
  "bad worse worst",
  "good better best",
  "person people",
  "child children",
].map((line) => line.split(" "));

/** The other forms of an irregular English word, itself included. */
export function irregularForms(word: string): readonly string[] {
  return families.find((family) => family.includes(word)) ?? [word];
}
