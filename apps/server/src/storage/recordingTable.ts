/** The sound of one contact. The sound itself is a file of its own (`recordings/soundFiles.ts`). */
export type RecordingRow = {
  id: string;
  contactId: string;
  sourceId: string;
  /** The name of its file, and of that file's key; another one after it was silenced. */
  file: string;
  /** "opus" or "wav". */
  form: string;
  bytes: number;
  seconds: number;
  /** JSON: how loud it is, 0 to 100, in as many equal parts as there are numbers. */
  peaks: string;
  /** JSON: stretches in which nothing is to be heard any more, [{from, to}] in seconds. */
  silenced: string;
  createdBy: string;
  createdAt: number;
};

/** How a second person rated a quote, −2 to 2, without seeing the first rating. */
export type QuoteRatingRow = { quoteId: string; by: string; valence: number; at: number };

/** Two quotes that a person joined, `one` the lesser id; ids only. */
export type QuotePairRow = { one: string; other: string; by: string; at: number };

/** The picture of one contact; its bytes are a file of their own (`media/mediaFiles.ts`), its words the contact's. */
export type PictureRow = {
  id: string;
  contactId: string;
  sourceId: string;
  file: string;
  /** What its bytes are. */
  type: string;
  bytes: number;
  /** px. */
  width: number;
  height: number;
  createdBy: string;
  createdAt: number;
};

export type RecordingTables = {
  picture: PictureRow;
  recording: RecordingRow;
  quoteRating: QuoteRatingRow;
  quotePair: QuotePairRow;
};
