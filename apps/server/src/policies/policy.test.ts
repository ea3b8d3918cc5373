import { type Role, roles } from "@polku/protocol";
import { describe, expect, test } from "vitest";
import { type Actor, nobody } from "./actor.ts";
import {
  type JourneyAction,
  journeyActions,
  mayInJourney,
  mayInWorkspace,
  roleIn,
  type WorkspaceAction,
  workspaceActions,
} from "./policy.ts";

const now = 1_000;

function somebody(role: Role, journeyId = "here", expiresAt: number | null = null): Actor {
  return {
    kind: "guest",
    id: "g",
    name: "G",
    colour: "#000000",
    grants: [{ journeyId, role, via: "link:1", expiresAt }],
  };
}

/** The whole table, written out: who may do what in a journey they were let into. */
const allowedInJourney: Record<JourneyAction, readonly Role[]> = {
  "journey.read": ["owner", "editor", "participant", "commenter", "viewer"],
  "journey.export": ["owner", "editor", "participant", "commenter", "viewer"],
  "journey.comment": ["owner", "editor", "participant", "commenter"],
  "journey.contribute": ["owner", "editor", "participant"],
  "journey.edit": ["owner", "editor"],
  "journey.history": ["owner", "editor"],
  "workshop.vote": ["owner", "editor", "participant", "commenter"],
  "workshop.write": ["owner", "editor", "participant"],
  "workshop.lead": ["owner", "editor"],
  "journey.archive": ["owner"],
  "journey.delete": ["owner"],
  "journey.share": ["owner"],
};

/** And in the workspace, for somebody whose role reaches every journey. */
const allowedInWorkspace: Record<WorkspaceAction, readonly Role[]> = {
  "journeys.list": ["owner", "editor", "participant", "commenter", "viewer"],
  "me.read": ["owner", "editor", "participant", "commenter", "viewer"],
  "quotes.read": ["owner", "editor", "participant", "commenter", "viewer"],
  "evidence.read": ["owner", "editor"],
  "evidence.write": ["owner", "editor"],
  "intake.write": ["owner", "editor"],
  "evidence.erase": ["owner"],
  "evidence.retain": ["owner"],
  "people.read": ["owner"],
  "people.erase": ["owner"],
  "accessLog.read": ["owner"],
  "members.manage": ["owner"],
  "journeys.purge": ["owner"],
  "journeys.create": ["owner"],
};

const journeyCells = journeyActions.flatMap((action) =>
  roles.map((role): [Role, JourneyAction, boolean] => [
    role,
    action,
    allowedInJourney[action].includes(role),
  ]),
);
const workspaceCells = workspaceActions.flatMap((action) =>
  roles.map((role): [Role, WorkspaceAction, boolean] => [
    role,
    action,
    allowedInWorkspace[action].includes(role),
  ]),
);

describe("in a journey", () => {
  test.each(journeyCells)("may a %s do %s: %s", (role, action, allowed) => {
    expect(mayInJourney(somebody(role), action, "here", now).allowed).toBe(allowed);
  });

  test.each(journeyActions)("%s: a journey that one was not let into does not exist for them", (action) => {
    expect(mayInJourney(somebody("owner"), action, "elsewhere", now)).toEqual({
      allowed: false,
      why: "unseen",
    });
  });

  test.each(journeyActions)("%s: an expired grant gives nothing", (action) => {
    const late = somebody("owner", "here", now);
    expect(mayInJourney(late, action, "here", now)).toEqual({ allowed: false, why: "unseen" });
    expect(mayInJourney(late, action, "here", now - 1).allowed).toBe(true);
  });

  test.each(journeyActions)("%s: nobody is asked to sign in", (action) => {
    expect(mayInJourney(nobody, action, "here", now)).toEqual({ allowed: false, why: "signIn" });
  });
});

describe("in the workspace", () => {
  test.each(workspaceCells)("may a %s of every journey do %s: %s", (role, action, allowed) => {
    expect(mayInWorkspace(somebody(role, "*"), action, now).allowed).toBe(allowed);
  });

  const anyJourneyWillDo: WorkspaceAction[] = ["journeys.list", "me.read", "quotes.read"];

  test.each(workspaceActions.filter((action) => !anyJourneyWillDo.includes(action)))(
    "owning one journey is not enough for %s",
    (action) => {
      expect(mayInWorkspace(somebody("owner", "here"), action, now)).toEqual({ allowed: false, why: "role" });
    },
  );

  test.each(anyJourneyWillDo)("seeing one journey is enough for %s", (action) => {
    expect(mayInWorkspace(somebody("viewer", "here"), action, now).allowed).toBe(true);
    expect(mayInWorkspace(somebody("viewer", "here", now), action, now).allowed).toBe(false);
  });

  test.each(workspaceActions)("%s: nobody is asked to sign in", (action) => {
    expect(mayInWorkspace(nobody, action, now)).toEqual({ allowed: false, why: "signIn" });
  });
});

test("of several grants the best that is still valid counts", () => {
  const actor: Actor = {
    ...somebody("viewer"),
    grants: [
      { journeyId: "here", role: "viewer", via: "link:1", expiresAt: null },
      { journeyId: "here", role: "editor", via: "link:2", expiresAt: now + 1 },
      { journeyId: "*", role: "commenter", via: "link:3", expiresAt: null },
    ],
  };
  expect(roleIn(actor, "here", now)).toBe("editor");
  expect(roleIn(actor, "here", now + 1)).toBe("commenter");
  expect(roleIn(actor, "elsewhere", now)).toBe("commenter");
});

test("who was let in for one thing may do that and nothing else, in no journey", () => {
  const sender: Actor = { ...somebody("owner", "*"), grants: [], only: ["intake.write"] };
  const may = workspaceActions.filter((action) => mayInWorkspace(sender, action, now).allowed);
  expect(may).toEqual(["intake.write"]);
  expect(journeyActions.some((action) => mayInJourney(sender, action, "here", now).allowed)).toBe(false);
});
