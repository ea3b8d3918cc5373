import type { JourneyView } from "@polku/journey";
import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { VersionChanges } from "../../api/versions.ts";
import type { WorkshopSummary } from "../../api/workshopSummary.ts";
import { chooseLanguage, startLanguage } from "../../i18n/language.ts";
import { summaryMarkdown } from "./summaryMarkdown.ts";
import { summarySections } from "./summarySections.ts";

const plain = {
  instruction: "",
  anonymous: true,
  dots: 3,
  voteOn: "notes",
  asksHuman: false,
  asksFeeling: false,
  hear: 0,
} as const;
const step = (id: string, title: string, tool: "write" | "draw" | "vote" | "map") => ({
  ...plain,
  id,
  title,
  tool,
  minutes: 10,
});
const note = (id: string, text: string, v: number | null = null) => ({
  id,
  stepId: "mend",
  text,
  by: null,
  isHuman: null,
  v,
});
const summary: WorkshopSummary = {
  id: "w",
  title: "Kuuntelutyöpaja",
  startedAt: "2026-11-28T10:00:00.000Z",
  endedAt: "2026-11-28T12:00:00.000Z",
  steps: [
    step("believe", "Mitä uskomme?", "draw"),
    step("mend", "Mikä korjaisi sen?", "write"),
    step("vote", "Mitä kokeillaan?", "vote"),
    step("close", "Kuka kertoo?", "map"),
  ],
  notes: [note("n1", "Minna soittaa *heti*\ntakaisin", -1), note("n2", "Numero näkyviin")],
  tallies: [{ stepId: "vote", voters: 2, results: [{ thing: "note:n2", dots: 3, rank: 1, by: null }] }],
  curves: [
    {
      stepId: "believe",
      drawers: 2,
      points: [{ touchpointId: "call", n: 2, mean: 1, sd: 0, low: 1, high: 1 }],
    },
  ],
  tasks: [
    {
      id: "t",
      thing: "journey",
      text: "Soitto viidelle",
      owner: "Minna",
      dueOn: "2026-12-01",
      commentId: null,
      by: "Vera",
      at: "2026-11-28T11:00:00.000Z",
      done: null,
      mayChange: true,
    },
  ],
  decisions: [
    { id: "i", status: "decided", was: "open", told: 0 },
    { id: "k", status: "told_customers", was: "told_customers", told: 2 },
    { id: "l", status: "shipped", was: "shipped", told: 0 },
    { id: "gone", status: "decided", was: null, told: 0 },
  ],
  before: "a",
  after: "b",
};
const view = {
  meta: { feelingWorst: "", feelingBad: "", feelingMiddle: "", feelingGood: "", feelingBest: "" },
  touchpoints: new Map([["call", { title: "Soitan" }]]),
  insights: [
    { id: "i", title: "Takaisinsoitto samana päivänä", status: "decided", owner: "Pasi" },
    { id: "j", title: "Avoin", status: "open", owner: null },
    { id: "k", title: "Jonon pituus näkyviin", status: "told_customers", owner: null },
    { id: "l", title: "Oma numero yrittäjille", status: "shipped", owner: null },
  ],
} as unknown as JourneyView;
const change = {
  kind: "note",
  deed: "changed",
  id: "c",
  title: "Soitan",
  was: "jono",
  now: "ei jonoa",
  place: "Soitan",
  lane: null,
  fields: [],
} as const;
const changes = {
  from: null,
  to: null,
  people: [],
  changes: [change],
  total: 3,
} as unknown as VersionChanges;
const known = { summary, view, means: new Map([["call", -1.5]]), changes, language: "fi" };

beforeAll(async () => {
  await startLanguage();
  await chooseLanguage("fi");
});

describe("the summary", () => {
  test("tells the agenda, what was believed, written and voted, decided, agreed, and what changed, in that order", () => {
    const sections = summarySections(i18next.t, known);
    expect(sections.map(({ title }) => title)).toEqual([
      "Ohjelma",
      "Mitä uskomme?",
      "Mikä korjaisi sen?",
      "Mitä kokeillaan?",
      "Mitä tässä työpajassa päätettiin",
      "Päätetty jo aiemmin",
      "Tehtävät",
      "Mikä kartalla muuttui",
    ]);
    const [, believed, written, voted, decided, earlier, agreed, changed] = sections.map(
      ({ items }) => items,
    );
    expect(believed).toEqual(["Soitan: me +1, asiakkaat −1,5"]);
    expect(written?.[0]).toBe("Minna soittaa *heti*\ntakaisin · huono");
    expect(voted).toEqual(["1. Numero näkyviin · 3 ääntä"]);
    expect(decided).toEqual([
      "Takaisinsoitto samana päivänä · Päätetty · oli: Auki · Pasi",
      "Jonon pituus näkyviin · Tehty ja kerrottu asiakkaille · kerrottu 2 asiakkaalle",
    ]);
    expect(earlier).toEqual(["Oma numero yrittäjille · Tehty"]);
    expect(agreed).toEqual(["Soitto viidelle · Minna · 1.12.2026 mennessä"]);
    expect(changed?.at(-1)).toBe("ja 2 muutosta lisää");
    expect(changed?.[0]).toContain("”jono” → ”ei jonoa”");
  });

  test("says what is decided by now, and that it cannot tell when, where no version tells how the map stood before", () => {
    const sections = summarySections(i18next.t, { ...known, summary: { ...summary, decisions: null } });
    const decided = sections.find(({ title }) => title === "Päätökset");
    expect(decided?.items).toHaveLength(3);
    expect(decided?.intro).toMatch(/ei ole tallessa/);
  });

  test("says nothing of changes to who may not read the history", () => {
    const titles = summarySections(i18next.t, { ...known, changes: undefined }).map(({ title }) => title);
    expect(titles).not.toContain("Mikä kartalla muuttui");
  });

  test("is Markdown in which nobody's words become signs, and no line breaks out of its item", () => {
    const text = summaryMarkdown(
      { title: "# Koonti", when: "28.11.2026" },
      summarySections(i18next.t, known),
      "Ei mitään.",
    );
    expect(text).toMatch(/^# \\# Koonti\n\n28\.11\.2026\n\n## Ohjelma\n\n1\. Mitä uskomme\?/);
    expect(text).toContain("- Minna soittaa \\*heti\\* takaisin · huono\n");
    expect(text.endsWith("\n")).toBe(true);
  });

  test("says of an empty part that nothing stands in it", () => {
    const empty = { ...summary, steps: [], tasks: [] };
    const sections = summarySections(i18next.t, { ...known, summary: empty, changes: undefined });
    expect(summaryMarkdown({ title: "A", when: "B" }, sections, "Ei mitään.")).toContain(
      "## Tehtävät\n\nEi mitään.\n",
    );
  });
});
