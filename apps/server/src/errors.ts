import {
  type Language,
  type ProblemCode,
  type ProblemDocument,
  problemSentence,
  problems,
} from "@polku/protocol";

/** A request refused for a reason that the asker may know. The code names it; the values fill its sentence. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, values: Readonly<Record<string, string>> = {}) {
    super(problemSentence(code, "en", values));
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
      title: problemSentence(this.code, language, this.values),
      status: this.status,
      code: this.code,
    };
  }
}
