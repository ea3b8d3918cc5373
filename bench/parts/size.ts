import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright";
import type { Options } from "../bench.ts";
import { journeyFile } from "../harness/journeyFile.ts";
import { startPolku } from "../harness/polkuServer.ts";
import { openBrowser, type SignedIn, signIn } from "../harness/quietBrowser.ts";
import { type Goal, keepResults, printGoals, printTable, round } from "../harness/results.ts";

type Kind = "script" | "style" | "font" | "page" | "data";

/** One file the browser fetched. Bytes: as it came over the wire (head included), and gzipped by us at level 9. */
type Fetched = { readonly file: string; readonly kind: Kind; readonly wire: number; readonly gzip: number };

function kindOf(type: string): Kind {
  if (/javascript/.test(type)) return "script";
  if (/css/.test(type)) return "style";
  if (/font|woff/.test(type)) return "font";
  return /html/.test(type) ? "page" : "data";
}

/** Notes down what a page fetches, by Chromium's own network log; gives what it asked for before `until` (ms since 1970). */
async function watchNetwork(page: Page): Promise<(until: number) => Promise<Fetched[]>> {
  const log = await page.context().newCDPSession(page);
  await log.send("Network.enable");
  const wire = new Map<string, number>();
  const heads = new Map<string, { url: string; type: string }>();
  const askedAt = new Map<string, number>();
  log.on("Network.requestWillBeSent", ({ requestId, wallTime }) => askedAt.set(requestId, wallTime * 1000));
  log.on("Network.responseReceived", ({ requestId, response }) =>
    heads.set(requestId, { url: response.url, type: response.mimeType }),
  );
  log.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    wire.set(requestId, encodedDataLength),
  );
  return async (until) => {
    const all: Fetched[] = [];
    for (const [requestId, bytes] of wire) {
      const head = heads.get(requestId);
      if (head === undefined || !head.url.startsWith("http")) continue;
      if ((askedAt.get(requestId) ?? 0) > until) continue;
      const { body, base64Encoded } = await log.send("Network.getResponseBody", { requestId });
      const gzip = gzipSync(Buffer.from(body, base64Encoded ? "base64" : "utf8"), { level: 9 }).length;
      all.push({ file: new URL(head.url).pathname, kind: kindOf(head.type), wire: bytes, gzip });
    }
    return all;
  };
}

async function fetchedUntilMapShows(browser: Browser, state: SignedIn, url: string): Promise<Fetched[]> {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const fetched = await watchNetwork(page);
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector(".card")) performance.mark("map-shows");
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".card").first().waitFor();
  // What is fetched ahead for later comes after the map and does not hold it up.
  const shown = await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    return performance.timeOrigin + (performance.getEntriesByName("map-shows")[0]?.startTime ?? Number.NaN);
  });
  const all = await fetched(shown);
  await context.close();
  return all;
}

/** Scripts and styles that a browser with an empty cache loads before the map of a journey shows; fonts stand apart. */
export async function size(_options: Options): Promise<void> {
  const polku = await startPolku();
  const browser = await openBrowser();
  try {
    const journey = await polku.importJourney(journeyFile(300));
    const all = await fetchedUntilMapShows(
      browser,
      await signIn(browser, polku),
      `${polku.url}/j/${journey}`,
    );
    const kb = (kinds: readonly Kind[], unit: "wire" | "gzip") =>
      round(all.filter(({ kind }) => kinds.includes(kind)).reduce((sum, one) => sum + one[unit], 0) / 1000);
    const goals: Goal[] = [
      {
        what: "scripts and styles before the map, gzip kB",
        value: kb(["script", "style"], "gzip"),
        goal: 300,
      },
      { what: "the same as our server sends them, kB", value: kb(["script", "style"], "wire"), goal: 300 },
    ];
    printTable(
      ["file", "kind", "gzip kB", "on the wire kB"],
      all.map(({ file, kind, gzip, wire }) => [file, kind, round(gzip / 1000), round(wire / 1000)]),
    );
    printTable(["fonts, kB on the wire"], [[kb(["font"], "wire")]]);
    printGoals(goals);
    keepResults("size", { goals, fontsKb: kb(["font"], "wire"), fetched: all });
  } finally {
    await browser.close();
    await polku.stop();
  }
}
