/** A link by which customers or colleagues draw their own curve. What they say goes into its source. */
export type ParticipantLinkRow = {
  id: string;
  journeyId: string;
  secretHash: string;
  /** `customer` or `colleague`. */
  asks: string;
  sourceId: string;
  createdBy: string;
  createdAt: number;
  revokedAt: number | null;
};

/** That somebody agreed: to which text, in which language, and when. It holds neither who they are nor what they said. */
export type ParticipantConsentRow = {
  contactId: string;
  linkId: string;
  textVersion: string;
  lang: string;
  at: number;
  /** JSON: the places of the quotes and pins that are still to be made of the answer, without a word of it; `null` once they are. */
  owed: string | null;
  /** The text about their voice that they agreed to; `null` when nothing was recorded. */
  soundVersion: string | null;
  /** The keyed hash by which the same answer is known again; `null` for answers that came before it was kept. */
  answerHash: string | null;
};

export type ParticipantTables = {
  participantLink: ParticipantLinkRow;
  participantConsent: ParticipantConsentRow;
};
