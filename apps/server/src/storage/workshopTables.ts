/** A session with a group in a journey. `steps`, `timer` and `brought` are JSON; `contents` grows when steps, notes or results change. */
export type WorkshopRow = {
  id: string;
  journeyId: string;
  title: string;
  steps: string;
  stepId: string;
  timer: string;
  brought: string | null;
  contents: number;
  startedBy: string;
  startedAt: number;
  endedAt: number | null;
};

/** What somebody has written for themselves; it is gone when it is revealed. */
export type WorkshopDraftRow = {
  id: string;
  workshopId: string;
  stepId: string;
  authorId: string;
  authorName: string;
  text: string;
  /** How it felt, −2 to 2, where the step asks for that. */
  v: number | null;
};

/** A revealed note. `place` is its turn, drawn by lot; `byName` is null where nobody shall know. */
export type WorkshopNoteRow = {
  id: string;
  workshopId: string;
  stepId: string;
  place: number;
  text: string;
  byName: string | null;
  isHuman: number | null;
  v: number | null;
};

/** Dots of somebody on a thing; they are gone when the vote is closed. */
export type WorkshopDotRow = {
  workshopId: string;
  stepId: string;
  voterId: string;
  voterName: string;
  thing: string;
  dots: number;
};

/** A closed vote: `results` is JSON, most dots first. */
export type WorkshopTallyRow = { workshopId: string; stepId: string; voters: number; results: string };

/** The steps of which the notes are revealed. */
export type WorkshopRevealRow = { workshopId: string; stepId: string };

/** How a moment feels to somebody of the team, −2 to 2; gone when the step is revealed. */
export type WorkshopStrokeRow = {
  workshopId: string;
  stepId: string;
  drawerId: string;
  touchpointId: string;
  v: number;
};

/** That somebody has heard a quote in this step; gone when the workshop ends. */
export type WorkshopHeardRow = { workshopId: string; stepId: string; hearerId: string; quoteId: string };

/** What was drawn in a step, revealed: `points` is JSON, in numbers of all and none of one. */
export type WorkshopCurveRow = { workshopId: string; stepId: string; drawers: number; points: string };

export type WorkshopTables = {
  workshop: WorkshopRow;
  workshopDraft: WorkshopDraftRow;
  workshopNote: WorkshopNoteRow;
  workshopDot: WorkshopDotRow;
  workshopTally: WorkshopTallyRow;
  workshopReveal: WorkshopRevealRow;
  workshopStroke: WorkshopStrokeRow;
  workshopHeard: WorkshopHeardRow;
  workshopCurve: WorkshopCurveRow;
};
