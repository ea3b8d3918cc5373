import type { Browser } from "playwright";
import type { Options } from "../bench.ts";
import { machine } from "../harness/machine.ts";
import { journeyFile } from "../harness/journeyFile.ts";
import { type PolkuServer, startPolku } from "../harness/polkuServer.ts";
import { cpuSecondsOf } from "../harness/processCpu.ts";
import { memoryOf } from "../harness/processMemory.ts";
import { openBrowser, type SignedIn, signIn } from "../harness/quietBrowser.ts";
import { keepResults, median, printGoals, printTable, quantile, round } from "../harness/results.ts";
import { comeIn, type WorkshopPerson } from "../harness/workshopPerson.ts";

const active = 20;
const viewers = 100;
/** Of the viewers so many keep the whole document; the others' frames are received and left unread. */
const readers = 5;
/** ms between two deeds of one person, and of the facilitator. */
const every = { edit: 2_000, cursor: 200, note: 6_000, timer: 2_000 };
const goalMs = 1_000;

type Times = Record<"edit" | "cursor" | "follow" | "timer", number[]>;
type Phase = {
  readonly name: string;
  readonly load: number;
  readonly times: Record<keyof Times, { readonly p50: number; readonly p95: number; readonly n: number }>;
  readonly cpuPct: number;
  readonly rssMb: number;
  readonly refused: number;
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function secretOf(polku: PolkuServer, journeyId: string, role: string): Promise<string> {
  const made = await fetch(`${polku.url}/api/v1/journeys/${journeyId}/links`, {
    method: "POST",
    headers: { authorization: `Bearer ${polku.token}`, "content-type": "application/json" },
    body: JSON.stringify({ role }),
  });
  return ((await made.json()) as { url: string }).url.split("#")[1] ?? "";
}

/** Everybody comes in; what reaches a reader is measured into `times()`, which changes with the phase. */
async function gather(polku: PolkuServer, journeyId: string, times: () => Times) {
  const asked = new Map<number, number>();
  const since = (value: unknown): number => performance.now() - Number(value);
  const people: WorkshopPerson[] = [];
  const [editor, viewer] = [
    await secretOf(polku, journeyId, "editor"),
    await secretOf(polku, journeyId, "viewer"),
  ];
  for (let n = 0; n < active + viewers; n += 1) {
    const reads = n < active + readers;
    let heardOf = 0;
    const person: WorkshopPerson = await comeIn(
      polku.url,
      journeyId,
      n < active ? editor : viewer,
      `Person ${n}`,
      {
        reads,
        edit: (key) => times().edit.push(since(person.doc.getMap("shapes").get(key))),
        presence: ({ cursor, sight }) => {
          if (cursor) times().cursor.push(since((cursor as { x: number }).x));
          if (sight) times().follow.push(since((sight as { x: number }).x));
        },
        // Every window hears of the timer, also those that read nothing else. Later messages tell of the same deed again.
        message: ({ t, brought }) => {
          if (t !== "workshop") return;
          const led = (brought as { x: number } | null)?.x ?? 0;
          const began = asked.get(led);
          if (led <= heardOf || began === undefined) return;
          heardOf = led;
          times().timer.push(performance.now() - began);
        },
      },
    );
    people.push(person);
  }
  return { people, asked };
}

type Room = Awaited<ReturnType<typeof gather>>;

/** Everybody does what they do for so long; answers how many deeds were refused. */
async function act(
  { people, asked }: Room,
  path: string,
  seconds: number,
  withTools: boolean,
): Promise<number> {
  let refused = 0;
  const ask = async (person: WorkshopPerson, method: string, way: string, body: unknown): Promise<void> => {
    const answer = await person.ask(method, `${path}${way}`, body);
    if (!answer.ok) refused += 1;
  };
  const doing: Promise<void>[] = [];
  const timers = people.slice(0, active).flatMap((person, n) => {
    let count = 0;
    const tick = (ms: number, run: () => void) => setInterval(run, ms);
    const own = [
      tick(every.edit, () => {
        count += 1;
        person.set(`${withTools ? "w" : "p"}-${n}-${count}`, performance.now());
      }),
      // The first leads: the others follow what they look at.
      tick(every.cursor, () => {
        const now = { x: performance.now(), y: 1 };
        person.tell({ cursor: now, ...(n === 0 ? { sight: { ...now, width: 1_280 } } : {}) });
      }),
    ];
    if (!withTools) return own;
    if (n > 0) {
      const write = () =>
        doing.push(
          ask(person, "POST", "/workshop/drafts", { id: `d-${n}`, stepId: "write", text: `Ajatus ${count}` }),
        );
      return [...own, tick(every.note, write)];
    }
    let led = 0;
    const lead = () => {
      led += 1;
      asked.set(led, performance.now());
      const bring = { x: led, y: 0, width: 1_000 };
      doing.push(ask(person, "PATCH", "/workshop", { timer: led % 2 === 1 ? "start" : "pause", bring }));
    };
    return [...own, tick(every.timer, lead)];
  });
  await wait(seconds * 1_000);
  for (const timer of timers) clearInterval(timer);
  await Promise.all(doing);
  // Until all that was sent is on the server's disk, and has come to everybody.
  while (people.some((person) => person.unsaved() > 0)) await wait(50);
  await wait(500);
  return refused;
}

function told(times: Times): Phase["times"] {
  const of = (all: readonly number[]) => ({
    p50: round(median(all), 1),
    p95: round(quantile(all, 0.95), 1),
    n: all.length,
  });
  return { edit: of(times.edit), cursor: of(times.cursor), follow: of(times.follow), timer: of(times.timer) };
}

/** What every reader has in the end, as one text each. */
const statesOf = ({ people }: Room): Set<string> =>
  new Set(
    people.slice(0, active + readers).map(({ doc }) =>
      [...doc.getMap("shapes")]
        .map(([key, value]) => `${key} ${String(value)}`)
        .toSorted()
        .join("\n"),
    ),
  );

/** ms from the address to the first card, in a browser of somebody who comes in the middle of it; the middle of `times`. */
async function joinerMs(
  { browser, storageState }: { browser: Browser; storageState: SignedIn },
  address: string,
  times: number,
): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const page = await (await browser.newContext({ storageState })).newPage();
    const began = performance.now();
    await page.goto(address);
    await page.locator(".card").first().waitFor();
    all.push(performance.now() - began);
    await page.context().close();
  }
  return round(median(all), 0);
}

/**
 * Twenty active people and a hundred viewers in one journey, first without the workshop's tools and then with them: private notes, a timer
 * that starts and stops, everybody brought to a place. `minutes` each.
 */
export async function workshop({ quick, minutes }: Options): Promise<void> {
  const seconds = quick ? 5 : minutes * 60;
  const polku = await startPolku();
  const browser = await openBrowser();
  try {
    const joining = { browser, storageState: await signIn(browser, polku) };
    const journeyId = await polku.importJourney(journeyFile(120));
    let now: Times = { edit: [], cursor: [], follow: [], timer: [] };
    const room = await gather(polku, journeyId, () => now);
    const path = `/api/v1/journeys/${journeyId}`;
    const phases: Phase[] = [];
    let joiner = Number.NaN;
    for (const name of ["without the tools", "with the tools"]) {
      const withTools = name === "with the tools";
      if (withTools)
        await room.people[0]?.ask("POST", `${path}/workshop`, {
          title: "Bench",
          steps: [{ id: "write", title: "Write", minutes: 60, tool: "write" }],
        });
      now = { edit: [], cursor: [], follow: [], timer: [] };
      const [cpu, began, load] = [cpuSecondsOf(polku.pid), performance.now(), machine().load[0] ?? 0];
      const [refused, joined] = await Promise.all([
        act(room, path, seconds, withTools),
        // In a browser beside it, near the end: it takes from the machine what the others need.
        withTools
          ? wait(seconds * 600).then(() => joinerMs(joining, `${polku.url}/j/${journeyId}`, quick ? 1 : 3))
          : joiner,
      ]);
      joiner = joined;
      const lasted = (performance.now() - began) / 1_000;
      phases.push({
        name,
        load,
        times: told(now),
        cpuPct: round(((cpuSecondsOf(polku.pid) - cpu) / lasted) * 100, 0),
        rssMb: round(memoryOf(polku.pid)?.nowMb ?? Number.NaN, 0),
        refused,
      });
    }
    const states = statesOf(room);
    const written = room.people.slice(0, active).map(({ doc }) => doc.getMap("shapes").size);
    const pair = ({ p50, p95 }: { p50: number; p95: number }) => `${p50} / ${p95}`;
    printTable(
      ["", "edit p50 / p95 ms", "cursor", "follow", "timer", "CPU %", "RSS MB", "refused", "load"],
      phases.map(({ name, times, cpuPct, rssMb, refused, load }) => [
        name,
        pair(times.edit),
        pair(times.cursor),
        pair(times.follow),
        times.timer.n === 0 ? "–" : pair(times.timer),
        cpuPct,
        rssMb,
        refused,
        load,
      ]),
    );
    console.log(
      `${written[0]} edits in all; end states: ${states.size}; a joiner sees a card after ${joiner} ms`,
    );
    const last = phases.at(-1);
    const goals = [
      ...(["edit", "cursor", "follow", "timer"] as const).map((what) => ({
        what: `${what}, p95 ms`,
        value: last?.times[what].p95 ?? Number.NaN,
        goal: goalMs,
      })),
      { what: "different end states", value: states.size, goal: 1 },
      { what: "lost edits", value: Math.max(...written) - Math.min(...written), goal: 0 },
    ];
    printGoals(goals);
    keepResults("workshop", { seconds, active, viewers, phases, joinerMs: joiner, goals });
    for (const person of room.people) person.leave();
  } finally {
    await browser.close();
    await polku.stop();
  }
}
