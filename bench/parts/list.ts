import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright";
import type { Options } from "../bench.ts";
import { benchFolder } from "../harness/paths.ts";
import { startPolku } from "../harness/polkuServer.ts";
import { openBrowser, signIn } from "../harness/quietBrowser.ts";
import {
  type Goal,
  keepResults,
  median,
  printGoals,
  printTable,
  quantile,
  round,
} from "../harness/results.ts";

type Scrolled = { readonly p50: number; readonly p95: number; readonly dropped: number };

/** px a second, and for how long, ms: a hand that looks for something. */
const SPEED = 3_000;
const LASTS = 3_000;
const FRAME = 1000 / 60;

/**
 * The list of the library, scrolled by the wheel in a real Chromium, beside a bare list of as many rows that draws what is in sight and nothing
 * else. What a list of a hundred thousand has to fetch while it is scrolled is part of it.
 */
export async function list({ quick, rounds }: Options): Promise<void> {
  const contacts = quick ? 1_000 : 100_000;
  const folder = mkdtempSync(path.join(tmpdir(), "polku-bench-list-"));
  const fill = path.join(benchFolder, "baselines", "fillLibrary.mjs");
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", fill, folder, String(contacts)]);
  const polku = await startPolku({ data: folder });
  const browser = await openBrowser();
  try {
    const journey = await polku.createJourney("A list");
    const state = await signIn(browser, polku);
    const library: Scrolled[] = [];
    const bare: Scrolled[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const context = await browser.newContext({
        storageState: state,
        viewport: { width: 1280, height: 800 },
      });
      const page = await context.newPage();
      await page.goto(`${polku.url}/j/${journey}?library`);
      await page.locator(".library .contact").first().waitFor();
      await page.waitForTimeout(1_500);
      library.push(await scroll(page, ".library"));
      const plain = await context.newPage();
      await plain.setContent(bareList(contacts));
      await plain.waitForTimeout(500);
      bare.push(await scroll(plain, "#list"));
      await context.close();
    }
    report(contacts, { library, bare });
  } finally {
    await browser.close();
    await polku.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(contacts: number, { library, bare }: Record<"library" | "bare", readonly Scrolled[]>): void {
  const middle = (runs: readonly Scrolled[], pick: (run: Scrolled) => number) =>
    round(median(runs.map(pick)));
  const row = (name: string, runs: readonly Scrolled[]) => [
    name,
    `${middle(runs, (run) => run.p50)} / ${middle(runs, (run) => run.p95)}`,
    middle(runs, (run) => run.dropped),
  ];
  printTable(
    [`${contacts.toLocaleString("en")} rows`, "gaps between frames p50 / p95 ms", "frames dropped %"],
    [row("the library's list", library), row("a bare list of what is in sight", bare)],
  );
  const dropped = (runs: readonly Scrolled[]) => middle(runs, (run) => run.dropped);
  const goals: Goal[] = [
    { what: "the library's list, frames dropped %", value: dropped(library), goal: dropped(bare) + 1 },
  ];
  printGoals(goals);
  keepResults("list", { contacts, library, bare, goals });
}

/** Turns the wheel over an element and counts the frames that the page was given meanwhile. */
async function scroll(page: Page, over: string): Promise<Scrolled> {
  const box = await page.locator(over).first().boundingBox();
  if (!box) throw new Error(`There is no ${over} to scroll.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.6);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const next = (at: number): void => {
      seen.push(at);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const began = performance.now();
  for (let last = began, now = began; now - began < LASTS; now = performance.now()) {
    await page.mouse.wheel(0, (SPEED * (now - last)) / 1000);
    last = now;
  }
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  const gaps = seen.slice(1).map((at, i) => at - (seen[i] ?? at));
  const whole = (seen.at(-1) ?? 0) - (seen[0] ?? 0);
  const dropped = Math.max(0, 1 - gaps.length / (whole / FRAME)) * 100;
  return { p50: round(quantile(gaps, 0.5)), p95: round(quantile(gaps, 0.95)), dropped: round(dropped) };
}

/** Rows of one height, those in sight put where they belong whenever the list has been scrolled. */
function bareList(rows: number): string {
  const height = 96;
  return `<!doctype html><style>body{margin:0;font:14px sans-serif}#list{height:800px;width:420px;overflow:auto;position:relative}
    #all{height:${rows * height}px}.row{position:absolute;left:0;right:0;height:${height}px;padding:12px;box-sizing:border-box;border-bottom:1px solid #ddd}</style>
    <div id="list"><div id="all"></div></div><script>
    const list = document.getElementById("list"), all = document.getElementById("all"), made = [];
    const draw = () => {
      const first = Math.floor(list.scrollTop / ${height});
      for (let i = 0; i < 12; i += 1) {
        const row = made[i] ??= all.appendChild(Object.assign(document.createElement("div"), { className: "row" }));
        const n = first + i;
        row.style.top = n * ${height} + "px";
        row.textContent = "Contact " + n + ": I waited in the queue for twenty minutes and then the call was cut off. Nobody called me back.";
      }
    };
    list.addEventListener("scroll", draw); draw();
    </script>`;
}
