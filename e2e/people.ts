import {
  test as base,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { MapPage } from "./pages/map.ts";
import { PolkuServer } from "./polkuServer.ts";

export { expect } from "@playwright/test";

type Role = "editor" | "participant" | "commenter" | "viewer";

/** A person at a browser of their own. */
export type Person = {
  readonly name: string;
  readonly page: Page;
  readonly map: MapPage;
  readonly context: BrowserContext;
};

/** What a test can ask for: a server, its owner, journeys, and people who join by link with only a name. */
export class Workshop {
  readonly server: PolkuServer;
  readonly api: APIRequestContext;
  private readonly browser: Browser;
  private readonly ownerState: Awaited<ReturnType<BrowserContext["storageState"]>>;
  private readonly contexts: BrowserContext[] = [];

  constructor(
    server: PolkuServer,
    browser: Browser,
    api: APIRequestContext,
    ownerState: Workshop["ownerState"],
  ) {
    this.server = server;
    this.browser = browser;
    this.api = api;
    this.ownerState = ownerState;
  }

  /** Makes a journey of its own for one test; a shared one would let tests meet. */
  async newJourney(title: string): Promise<string> {
    const answer = await this.api.post(`${this.server.url}/api/v1/journeys`, { data: { title, lang: "en" } });
    if (!answer.ok()) throw new Error(`No journey: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Carries out commands over HTTP, as a script of the team would. */
  async command(journeyId: string, ...commands: { name: string; args: unknown }[]): Promise<string[]> {
    const data = commands.map((command, i) => ({ id: `${Date.now()}-${i}-${Math.random()}`, ...command }));
    const answer = await this.api.post(`${this.server.url}/api/v1/journeys/${journeyId}/commands`, { data });
    if (!answer.ok()) throw new Error(`Refused: ${answer.status()} ${await answer.text()}`);
    const { results } = (await answer.json()) as { results: { value?: { id: string }; ok: boolean }[] };
    return results.map((result) => {
      if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
      return result.value?.id ?? "";
    });
  }

  private async openAs(name: string, options: BrowserContextOptions): Promise<Person> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
      ...options,
    });
    this.contexts.push(context);
    const page = await context.newPage();
    return { name, page, context, map: new MapPage(page) };
  }

  /** The owner at a window of a journey, or at the list of journeys. */
  async owner(journeyId?: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.openAs("Owner", { storageState: this.ownerState, ...options });
    await person.page.goto(`${this.server.url}${journeyId ? `/j/${journeyId}` : "/"}`);
    if (journeyId) await person.map.ready();
    return person;
  }

  /** Somebody from outside, at a page of ours that they were sent. */
  async stranger(url: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.openAs("Stranger", options);
    await person.page.goto(url);
    return person;
  }

  /** Somebody who comes in by a share link with only a name. */
  async join(
    name: string,
    journeyId: string,
    role: Role = "editor",
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const made = await this.api.post(`${this.server.url}/api/v1/journeys/${journeyId}/links`, {
      data: { role },
    });
    const { url } = (await made.json()) as { url: string };
    const person = await this.openAs(name, options);
    await person.page.goto(url);
    await person.page.getByRole("textbox").first().fill(name);
    await person.page.locator("button[type=submit]").click();
    await person.map.ready();
    return person;
  }

  async leave(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }
}

type Fixtures = { readonly workshop: Workshop };
type WorkerFixtures = { readonly house: { server: PolkuServer; ownerState: Workshop["ownerState"] } };

/** One server for all tests of a worker; its owner signs in once, by the link that the server printed. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  house: [
    async ({ browser }, provide) => {
      const server = await PolkuServer.start();
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.ownerLink);
      await page.waitForURL(`${server.url}/`);
      const ownerState = await context.storageState();
      await context.close();
      await provide({ server, ownerState });
      await server.remove();
    },
    { scope: "worker" },
  ],
  workshop: async ({ house, browser, playwright }, provide) => {
    const api = await playwright.request.newContext({
      storageState: house.ownerState,
      extraHTTPHeaders: { origin: house.server.url },
    });
    const workshop = new Workshop(house.server, browser, api, house.ownerState);
    await provide(workshop);
    await workshop.leave();
    await api.dispose();
  },
});
