import type { Browser, Page } from "playwright";
import type { PolkuServer } from "./polkuServer.ts";
import type { SignedIn } from "./quietBrowser.ts";

/** What one remote edit rendered: how many components, and in which things of the map (`data-thing`). */
export type Rendered = { readonly components: number; readonly things: readonly string[] };

/**
 * Counts by the hook that React offers to its developer tools: after each commit the tree is walked, and a component counts when React
 * has marked it as having done work. Runs in the page, before any of its scripts.
 */
function watchCommits(): void {
  type Fiber = {
    tag: number;
    flags: number;
    child: Fiber | null;
    sibling: Fiber | null;
    return: Fiber | null;
    alternate: Fiber | null;
    stateNode: unknown;
    type: unknown;
    memoizedProps: Record<string, unknown> | null;
  };
  const performedWork = 1;
  const components = new Set([0, 1, 11, 14, 15]);
  const seen = { components: 0, things: [] as string[] };

  /** The nearest thing of the map: above the component, or the first one below it. */
  function thingOf(fiber: Fiber): string {
    for (let up: Fiber | null = fiber; up; up = up.return)
      if (up.memoizedProps?.["data-thing"]) return String(up.memoizedProps["data-thing"]);
    for (let down: Fiber | null = fiber; down; down = down.child)
      if (down.memoizedProps?.["data-thing"]) return String(down.memoizedProps["data-thing"]);
    return "outside the things";
  }
  function walk(fiber: Fiber | null): void {
    for (let one = fiber; one; one = one.sibling) {
      const before = one.alternate;
      if (components.has(one.tag) && before !== null && (one.flags & performedWork) !== 0) {
        seen.components += 1;
        seen.things.push(thingOf(one));
      }
      // A subtree that React left alone keeps its very children.
      if (before === null || before.child !== one.child) walk(one.child);
    }
  }
  Object.assign(window, {
    rendered: seen,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: (_id: number, root: { current: Fiber }) => walk(root.current),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      checkDCE: () => undefined,
    },
  });
}

async function settle(page: Page): Promise<void> {
  await page.locator(".connection[data-state=saved]").waitFor();
  // Panels fetched ahead and their first renders are over by then.
  await page.waitForTimeout(4_000);
}

async function renderedBy(page: Page, edit: () => Promise<void>, shows: string): Promise<Rendered> {
  await page.evaluate(() =>
    Object.assign(window, {
      rendered: Object.assign(Reflect.get(window, "rendered"), { components: 0, things: [] }),
    }),
  );
  await edit();
  await page.getByText(shows).first().waitFor();
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { components, things } = Reflect.get(window, "rendered") as {
      components: number;
      things: string[];
    };
    return { components, things: [...new Set(things)] };
  });
}

/** Opens a journey in a browser, changes one cell, one title and one point of the curve from outside, and counts what each rendered. */
export async function countRenders(
  browser: Browser,
  state: SignedIn,
  polku: PolkuServer,
  journeyId: string,
): Promise<{ cell: Rendered; title: Rendered; cards: number }> {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watchCommits);
  await page.goto(`${polku.url}/j/${journeyId}`);
  await settle(page);
  const cards = await page.locator(".card-frame, .cell").count();
  const command = async (name: string, args: object) => {
    const answer = await fetch(`${polku.url}/api/v1/journeys/${journeyId}/commands`, {
      method: "POST",
      headers: { authorization: `Bearer ${polku.token}`, "content-type": "application/json" },
      body: JSON.stringify([{ id: crypto.randomUUID(), name, args }]),
    });
    if (!answer.ok) throw new Error(`Refused: ${answer.status} ${await answer.text()}`);
  };
  const cell = await renderedBy(
    page,
    () => command("editCell", { laneId: "customer_action", touchpointId: "t1", text: "Changed by another" }),
    "Changed by another",
  );
  const title = await renderedBy(
    page,
    () => command("editText", { on: "touchpoints", id: "t2", key: "title", text: "Named by another" }),
    "Named by another",
  );
  await context.close();
  return { cell, title, cards };
}
