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

export type WorkshopTables = {
  workshop: WorkshopRow;
  workshopDraft: WorkshopDraftRow;
  workshopNote: WorkshopNoteRow;
  workshopDot: WorkshopDotRow;
  workshopTally: WorkshopTallyRow;
  workshopReveal: WorkshopRevealRow;
};
