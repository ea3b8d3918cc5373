import {
  ballot,
  draft,
  draftParams,
  heardQuote,
  journeyParams,
  newWorkshop,
  noteChange,
  noteParams,
  ownCurve,
  stepChoice,
  workshopLead,
  workshopList,
  workshopParams,
  workshopSummary,
  workshopView,
} from "@polku/protocol/http";
import { mayInJourney } from "../../policies/policy.ts";
import { listWorkshops, summarizeWorkshop } from "../../workshops/summary.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/workshop";

const read = route({
  method: "GET",
  path,
  summary: "The workshop that is on, and the asker's own drafts and dots; `workshop` is null when none is.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: workshopView, description: "The workshop" },
  handle: async ({ services, actor, params }) => {
    const now = services.clock.now();
    const may = (action: "workshop.lead" | "workshop.write" | "workshop.vote") =>
      mayInJourney(actor, action, params.id, now).allowed;
    return {
      body: {
        now,
        ...(await services.workshops.read(params.id, actor.id)),
        mayLead: may("workshop.lead"),
        mayWrite: may("workshop.write"),
        mayVote: may("workshop.vote"),
      },
    };
  },
});

const begin = route({
  method: "POST",
  path,
  summary: "Begin a workshop with an agenda; its first step is on.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  body: newWorkshop,
  answers: { status: 204, description: "Begun" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.begin(params.id, body, actor);
    return {};
  },
});

const lead = route({
  method: "PATCH",
  path,
  summary:
    "Go to a step, turn the timer, or change the agenda; a version of the journey is kept at the end of each step.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  body: workshopLead,
  answers: { status: 204, description: "Done" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.lead(params.id, body, actor);
    return {};
  },
});

const end = route({
  method: "DELETE",
  path,
  summary: "End the workshop. An open vote is counted; drafts that were not revealed are gone.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  answers: { status: 204, description: "Ended" },
  handle: async ({ services, actor, params }) => {
    await services.workshops.end(params.id, actor);
    return {};
  },
});

const write = route({
  method: "POST",
  path: `${path}/drafts`,
  summary: "Write a note that nobody else reads before the reveal, or new words for it.",
  access: { to: "workshop.write", inJourney: "id" },
  params: journeyParams,
  body: draft,
  perMinute: 240,
  answers: { status: 204, description: "Kept" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.write(params.id, body, actor);
    return {};
  },
});

const takeAway = route({
  method: "DELETE",
  path: `${path}/drafts/:draftId`,
  summary: "Take away one's own note before the reveal.",
  access: { to: "workshop.write", inJourney: "id" },
  params: draftParams,
  answers: { status: 204, description: "Taken away" },
  handle: async ({ services, actor, params }) => {
    await services.workshops.takeAway(params.id, params.draftId, actor);
    return {};
  },
});

const draw = route({
  method: "POST",
  path: `${path}/curve`,
  summary:
    "Draw one's own curve anew; nobody else reads it, and the reveal tells of all and of none in particular.",
  access: { to: "workshop.write", inJourney: "id" },
  params: journeyParams,
  body: ownCurve,
  perMinute: 240,
  answers: { status: 204, description: "Kept" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.draw(params.id, body, actor);
    return {};
  },
});

const hear = route({
  method: "POST",
  path: `${path}/heard`,
  summary: "Say that one has heard or read a quote of the map; after so many one may draw.",
  access: { to: "workshop.write", inJourney: "id" },
  params: journeyParams,
  body: heardQuote,
  perMinute: 240,
  answers: { status: 204, description: "Noted" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.hear(params.id, body, actor);
    return {};
  },
});

const reveal = route({
  method: "POST",
  path: `${path}/reveal`,
  summary:
    "Reveal the notes of a step, in an order drawn by lot, anonymous where the step is; or its curves, as the team's one.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  body: stepChoice,
  answers: { status: 204, description: "Revealed" },
  handle: async ({ services, params, body }) => {
    await services.workshops.reveal(params.id, body.stepId);
    return {};
  },
});

const markNote = route({
  method: "PATCH",
  path: `${path}/notes/:noteId`,
  summary: "Say of a revealed note whether another person was what made the service good.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: noteParams,
  body: noteChange,
  answers: { status: 204, description: "Said" },
  handle: async ({ services, params, body }) => {
    await services.workshops.markNote(params.id, params.noteId, body.isHuman);
    return {};
  },
});

const vote = route({
  method: "POST",
  path: `${path}/votes`,
  summary:
    "Say how many of one's dots lie on a thing; 0 takes them back. Nobody sees a tally before the vote is closed.",
  access: { to: "workshop.vote", inJourney: "id" },
  params: journeyParams,
  body: ballot,
  perMinute: 240,
  answers: { status: 204, description: "Given" },
  handle: async ({ services, actor, params, body }) => {
    await services.workshops.vote(params.id, body, actor);
    return {};
  },
});

const closeVote = route({
  method: "POST",
  path: `${path}/close-vote`,
  summary: "Close a vote and count it; who gave what is kept only when the step is not anonymous.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  body: stepChoice,
  answers: { status: 204, description: "Counted" },
  handle: async ({ services, params, body }) => {
    await services.workshops.closeVote(params.id, body.stepId);
    return {};
  },
});

const list = route({
  method: "GET",
  path: "/api/v1/journeys/:id/workshops",
  summary: "The workshops of a journey, of the past and on now, the newest first.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: workshopList, description: "The workshops" },
  handle: async ({ services, params }) => ({ body: { items: await listWorkshops(services, params.id) } }),
});

const summary = route({
  method: "GET",
  path: "/api/v1/journeys/:id/workshops/:workshopId",
  summary: "What came of a workshop: agenda, notes, votes, curves, tasks, and the versions before and after.",
  access: { to: "journey.read", inJourney: "id" },
  params: workshopParams,
  answers: { status: 200, body: workshopSummary, description: "The summary" },
  handle: async ({ services, actor, params }) => {
    const may = (action: "journey.edit" | "journey.history") =>
      mayInJourney(actor, action, params.id, services.clock.now()).allowed;
    const tasks = await services.tasks.list(params.id, { actor, mayEdit: may("journey.edit") });
    const mayReadHistory = may("journey.history");
    return {
      body: await summarizeWorkshop(services, params.id, params.workshopId, { tasks, mayReadHistory }),
    };
  },
});

export const workshopRoutes = [
  list,
  summary,
  read,
  begin,
  lead,
  end,
  write,
  takeAway,
  draw,
  hear,
  reveal,
  markNote,
  vote,
  closeVote,
];
