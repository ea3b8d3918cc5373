/** One line of the access log. `before` is the hash of the line before it. */
export type AccessLogRow = {
  seq: number;
  /** ms since 1970. */
  at: number;
  who: string;
  deed: string;
  what: string;
  thing: string;
  count: number | null;
  before: string;
  hash: string;
};

export type PrivacyTables = {
  accessLog: AccessLogRow;
  /** How far the log's old end was taken out. */
  accessLogEnd: { one: number; seq: number };
  /** When something that runs daily ran last, ms since 1970. */
  dailyRun: { name: string; ranAt: number };
};
