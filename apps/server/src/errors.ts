import {
  type Language,
  type ProblemCode,
  type ProblemDocument,
  problemSentence,
  problems,
} from "@polku/protocol";

/** What fills a place in a sentence: the same in each language, or in each its own. */
type Value = string | Readonly<Record<Language, string>>;
type Values = Readonly<Record<string, Value>>;

function valuesIn(language: Language, values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? value : value[language],
    ]),
  );
}

/** A request refused for a reason that the asker may know. The code names it; the values fill its sentence. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: Values;

  constructor(code: ProblemCode, values: Values = {}) {
    super(problemSentence(code, "en", valuesIn("en", values)));
    this.name = "Problem";
    this.code = code;
    this.values = values;
  }

  get status(): number {
    return problems[this.code].status;
  }

  /** The RFC 9457 document in the asker's language. */
  toDocument(language: Language): ProblemDocument {
    return {
      type: `/problems/${this.code}`,
      title: problemSentence(this.code, language, valuesIn(language, this.values)),
      status: this.status,
      code: this.code,
    };
  }
}
