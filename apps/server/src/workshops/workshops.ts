import { randomInt } from "node:crypto";
import type {
  AgendaStep,
  BroughtTo,
  HeardQuote,
  OwnCurve,
  WorkshopBallot,
  WorkshopDraft,
  WorkshopPulse,
  WorkshopState,
} from "@polku/protocol";
import { quotesNamed } from "@polku/journey";
import { makeId } from "../accounts/secrets.ts";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import type { History } from "../history/history.ts";
import { makeTurns } from "../inTurn.ts";
import type { Actor } from "../policies/actor.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { AppDatabase } from "../storage/tables.ts";
import type { WorkshopDraftRow, WorkshopNoteRow } from "../storage/workshopTables.ts";
import { sqlCurveStore } from "./curveStore.ts";
import { teamCurve } from "./teamCurve.ts";
import { makeTellOnce } from "./tellOnce.ts";
import { freshTimer, turnTimer } from "./timer.ts";
import { countVote } from "./voting.ts";
import { sqlWorkshopStore, type Workshop } from "./workshopStore.ts";

const mostDrafts = 60;
const none = { writers: 0, drafts: 0, voters: 0, drawers: 0, ready: 0 };

type Lead = {
  stepId?: string | undefined;
  steps?: AgendaStep[] | undefined;
  timer?: "start" | "pause" | "addMinute" | "stop" | undefined;
  bring?: Omit<BroughtTo, "at"> | null | undefined;
};

/** The workshops of journeys, one at a time in each. Every deed is on disk when its promise resolves, and the room has been told. */
export type Workshops = {
  /** What everybody in the journey may know, and the asker's own drafts and dots. */
  read(journeyId: string, personId: string): Promise<{ workshop: WorkshopState | null; own: Own }>;
  /** Whether who comes in sees the map's beginning with its curves: not while everybody is elsewhere on it, nor where one draws before one sees. */
  showsBeginning(journeyId: string): Promise<boolean>;
  /** @throws workshop.isOn */
  begin(journeyId: string, wanted: { title: string; steps: AgendaStep[] }, by: Actor): Promise<void>;
  /** @throws workshop.unknown, workshopStep.unknown, workshopStep.needed */
  lead(journeyId: string, asked: Lead, by: Actor): Promise<void>;
  /** Ends it: open votes are counted; drafts that nobody revealed are gone with it. @throws workshop.unknown */
  end(journeyId: string, by: Actor): Promise<void>;
  /** @throws workshop.unknown, workshop.notWriting, workshop.manyDrafts, workshopDraft.unknown */
  write(journeyId: string, draft: WorkshopDraft, by: Actor): Promise<void>;
  /** @throws workshop.unknown, workshopDraft.unknown */
  takeAway(journeyId: string, draftId: string, by: Actor): Promise<void>;
  /**
   * Draws the person's own curve anew: nobody else reads it before the reveal.
   * @throws workshop.unknown, workshop.notDrawing, workshop.notHeard
   */
  draw(journeyId: string, curve: OwnCurve, by: Actor): Promise<void>;
  /** The person has heard a quote of the map. @throws workshop.unknown, workshop.notDrawing, quote.unknown */
  hear(journeyId: string, heard: HeardQuote, by: Actor): Promise<void>;
  /** Of a step in which is written or drawn. @throws workshop.unknown, workshopStep.unknown, workshop.notWriting */
  reveal(journeyId: string, stepId: string): Promise<void>;
  /** @throws workshop.unknown, workshopNote.unknown */
  markNote(journeyId: string, noteId: string, isHuman: boolean | null): Promise<void>;
  /** @throws workshop.unknown, workshop.notVoting, workshop.overBudget, workshopNote.unknown */
  vote(journeyId: string, ballot: WorkshopBallot, by: Actor): Promise<void>;
  /** @throws workshop.unknown, workshopStep.unknown, workshop.notVoting */
  closeVote(journeyId: string, stepId: string): Promise<void>;
};

type Own = {
  drafts: { id: string; stepId: string; text: string; v: number | null }[];
  points: { stepId: string; touchpointId: string; v: number }[];
  heard: { stepId: string; quoteId: string }[];
  dots: { stepId: string; thing: string; dots: number }[];
};
type Deps = { db: AppDatabase; rooms: Rooms; history: History; clock: Clock };

/** The order of the notes is drawn by lot, and with a new id none can be led back to the draft it was. */
function toNotes(drafts: readonly WorkshopDraftRow[], { anonymous }: AgendaStep): WorkshopNoteRow[] {
  const pile = drafts.map(({ workshopId, stepId, text, authorName, v }) => ({
    id: makeId(),
    workshopId,
    stepId,
    text,
    byName: anonymous ? null : authorName,
    isHuman: null,
    v,
  }));
  for (let i = pile.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    const [a, b] = [pile[i], pile[j]];
    if (a !== undefined && b !== undefined) [pile[i], pile[j]] = [b, a];
  }
  return pile.map((note, place) => ({ ...note, place }));
}

function stepOf({ steps }: Pick<Workshop, "steps">, stepId: string): AgendaStep {
  const step = steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new Problem("workshopStep.unknown");
  return step;
}

export function openWorkshops({ db, rooms, history, clock }: Deps): Workshops {
  const store = sqlWorkshopStore(db);
  const curveStore = sqlCurveStore(db);
  const inTurn = makeTurns();

  async function opened(journeyId: string): Promise<Workshop> {
    const workshop = await store.open(journeyId);
    if (workshop === undefined) throw new Problem("workshop.unknown");
    return workshop;
  }

  /** How many quotes must be heard in a step before one may draw: as many as were asked for, and never more than the map has. */
  async function quotesNeeded(journeyId: string, { hear }: Pick<AgendaStep, "hear">): Promise<number> {
    return hear === 0 ? 0 : Math.min(hear, (await rooms.readDocument(journeyId, quotesNamed)).size);
  }

  /** Of the step that is on: who writes, votes or draws in it, by what is done there. */
  async function countsOf(journeyId: string, workshop: Workshop) {
    const step = stepOf(workshop, workshop.stepId);
    if (step.tool === "write" || step.tool === "vote")
      return { ...none, ...(await store.counts(workshop, step.tool)) };
    if (step.tool !== "draw") return none;
    const needed = await quotesNeeded(journeyId, step);
    return { ...none, ...(await curveStore.counts(workshop, step.id, Math.max(1, needed))) };
  }

  /** The step in which is drawn now. @throws workshop.notDrawing */
  async function drawnStep(workshop: Workshop, stepId: string): Promise<AgendaStep> {
    const step = workshop.steps.find(({ id }) => id === stepId);
    const isOn = step?.tool === "draw" && workshop.stepId === stepId;
    if (!isOn || (await store.revealed(workshop.id)).includes(stepId))
      throw new Problem("workshop.notDrawing");
    return step;
  }

  /** Tells the room where its workshop stands, in numbers. */
  async function tell(journeyId: string): Promise<void> {
    const workshop = await store.open(journeyId);
    const pulse: WorkshopPulse = {
      t: "workshop",
      now: clock.now(),
      id: workshop?.id ?? null,
      contents: workshop?.contents ?? 0,
      stepId: workshop?.stepId ?? "",
      timer: workshop?.timer ?? { state: "standing", leftMs: 0 },
      brought: workshop?.brought ?? null,
      counts: workshop === undefined ? none : await countsOf(journeyId, workshop),
    };
    rooms.broadcast({ journeyId }, pulse);
  }

  const tellRoom = makeTellOnce(tell);

  /** One deed at a time in a journey; when it is written, the room is told, of several deeds at once where they come fast. */
  const deed = async (journeyId: string, work: () => Promise<void>): Promise<void> => {
    await inTurn(journeyId, work);
    await tellRoom(journeyId);
  };

  /** The map as it stands at the end of a step, under the step's name. */
  const keepStep = (journeyId: string, workshop: Workshop, by: Actor) =>
    history.keep(journeyId, {
      kind: "named",
      name: `${workshop.title}: ${stepOf(workshop, workshop.stepId).title}`.slice(0, 120),
      by,
    });

  async function closeVoteOf(workshop: Workshop, step: AgendaStep): Promise<void> {
    await store.closeVote(workshop, step.id, (given) => countVote(step.id, given, step));
  }

  async function isClosed(workshop: Workshop, stepId: string): Promise<boolean> {
    return (await store.tallies(workshop.id)).some((tally) => tally.stepId === stepId);
  }

  async function openBallot(workshop: Workshop, ballot: WorkshopBallot): Promise<AgendaStep> {
    const step = workshop.steps.find(({ id }) => id === ballot.stepId);
    const isOpen = step?.tool === "vote" && workshop.stepId === ballot.stepId;
    if (!isOpen || (await isClosed(workshop, ballot.stepId))) throw new Problem("workshop.notVoting");
    const [kind, id] = ballot.thing.split(":");
    if (kind === "note" && !(await store.notes(workshop.id)).some((note) => note.id === id))
      throw new Problem("workshopNote.unknown");
    return step;
  }

  return {
    read: async (journeyId, personId) => {
      const workshop = await store.open(journeyId);
      if (workshop === undefined)
        return { workshop: null, own: { drafts: [], dots: [], points: [], heard: [] } };
      const { id, title, contents, steps, stepId, timer, brought, startedAt } = workshop;
      const state: WorkshopState = {
        id,
        title,
        startedAt: new Date(startedAt).toISOString(),
        contents,
        steps,
        stepId,
        timer,
        brought,
        counts: await countsOf(journeyId, workshop),
        notes: await store.notes(id),
        tallies: await store.tallies(id),
        curves: await curveStore.curves(workshop),
        revealed: await store.revealed(id),
      };
      const own = { ...(await store.own(id, personId)), ...(await curveStore.own(workshop, personId)) };
      return { workshop: state, own };
    },

    showsBeginning: async (journeyId) => {
      const workshop = await store.open(journeyId);
      if (workshop === undefined) return true;
      return workshop.brought === null && stepOf(workshop, workshop.stepId).tool !== "draw";
    },
    begin: (journeyId, { title, steps }, by) =>
      deed(journeyId, async () => {
        if ((await store.open(journeyId)) !== undefined) throw new Problem("workshop.isOn");
        const [first] = steps;
        if (first === undefined) throw new Problem("workshopStep.unknown");
        // What the summary compares with.
        const before = await history.keep(journeyId, { kind: "named", name: title.slice(0, 120), by });
        await store.add({
          id: makeId(),
          journeyId,
          title,
          steps,
          stepId: first.id,
          timer: freshTimer(first),
          brought: null,
          contents: 1,
          startedBy: by.id,
          startedAt: Math.max(clock.now(), before?.at ?? 0),
          endedAt: null,
        });
      }),

    lead: (journeyId, { steps, stepId, timer, bring }, by) =>
      deed(journeyId, async () => {
        const before = await opened(journeyId);
        const agenda = { steps: steps ?? before.steps };
        const isMove = stepId !== undefined && stepId !== before.stepId;
        if (!isMove && !agenda.steps.some(({ id }) => id === before.stepId))
          throw new Problem("workshopStep.needed");
        const step = stepOf(agenda, stepId ?? before.stepId);
        if (isMove) await keepStep(journeyId, before, by);
        const stands = isMove ? freshTimer(step) : before.timer;
        const turned = timer === undefined ? stands : turnTimer(stands, timer, step, clock.now());
        const stay = isMove ? null : before.brought;
        const brought = bring === undefined ? stay : bring && { ...bring, at: clock.now() };
        await store.change(
          before.id,
          { steps: agenda.steps, stepId: step.id, timer: turned, brought },
          isMove || steps !== undefined,
        );
      }),

    end: (journeyId, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = stepOf(workshop, workshop.stepId);
        if (step.tool === "vote" && !(await isClosed(workshop, step.id))) await closeVoteOf(workshop, step);
        const last = await keepStep(journeyId, workshop, by);
        await store.end(workshop.id, Math.max(clock.now(), last?.at ?? 0));
      }),

    write: (journeyId, { id, stepId, text, v }, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = workshop.steps.find((one) => one.id === stepId);
        const isOn = step?.tool === "write" && workshop.stepId === stepId;
        if (!isOn || (await store.revealed(workshop.id)).includes(stepId))
          throw new Problem("workshop.notWriting");
        const { drafts } = await store.own(workshop.id, by.id);
        const others = drafts.filter((draft) => draft.stepId === stepId && draft.id !== id);
        if (others.length >= mostDrafts)
          throw new Problem("workshop.manyDrafts", { most: String(mostDrafts) });
        await store.write({
          id,
          workshopId: workshop.id,
          stepId,
          authorId: by.id,
          authorName: by.name,
          text,
          v: step.asksFeeling ? v : null,
        });
      }),

    draw: (journeyId, curve, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = await drawnStep(workshop, curve.stepId);
        const needed = await quotesNeeded(journeyId, step);
        const { heard } = await curveStore.own(workshop, by.id);
        const here = heard.filter(({ stepId }) => stepId === curve.stepId).length;
        if (here < needed)
          throw new Problem("workshop.notHeard", { heard: String(here), needed: String(needed) });
        await curveStore.draw(workshop, by.id, curve);
      }),

    hear: (journeyId, { stepId, quoteId }, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        await drawnStep(workshop, stepId);
        if (!(await rooms.readDocument(journeyId, quotesNamed)).has(quoteId))
          throw new Problem("quote.unknown");
        await curveStore.hear(workshop, by.id, stepId, quoteId);
      }),

    takeAway: (journeyId, draftId, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        if (!(await store.takeAway(workshop.id, draftId, by.id))) throw new Problem("workshopDraft.unknown");
      }),

    reveal: (journeyId, stepId) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = stepOf(workshop, stepId);
        const isRevealed = (await store.revealed(workshop.id)).includes(stepId);
        if (isRevealed || (step.tool !== "write" && step.tool !== "draw"))
          throw new Problem("workshop.notWriting");
        if (step.tool === "write") await store.reveal(workshop, stepId, (drafts) => toNotes(drafts, step));
        else await curveStore.reveal(workshop, stepId, (strokes) => teamCurve(stepId, strokes));
      }),

    markNote: (journeyId, noteId, isHuman) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        if (!(await store.markNote(workshop.id, noteId, isHuman))) throw new Problem("workshopNote.unknown");
        await store.change(workshop.id, {}, true);
      }),

    vote: (journeyId, ballot, by) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = await openBallot(workshop, ballot);
        const { stepId, thing, dots } = ballot;
        const { dots: given } = await store.own(workshop.id, by.id);
        const used = given
          .filter((one) => one.stepId === stepId && one.thing !== thing)
          .reduce((sum, one) => sum + one.dots, 0);
        if (used + dots > step.dots)
          throw new Problem("workshop.overBudget", { most: String(step.dots), used: String(used) });
        await store.give({
          workshopId: workshop.id,
          stepId,
          voterId: by.id,
          voterName: by.name,
          thing,
          dots,
        });
      }),

    closeVote: (journeyId, stepId) =>
      deed(journeyId, async () => {
        const workshop = await opened(journeyId);
        const step = stepOf(workshop, stepId);
        if (step.tool !== "vote" || (await isClosed(workshop, stepId)))
          throw new Problem("workshop.notVoting");
        await closeVoteOf(workshop, step);
      }),
  };
}
