import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { evidence, grounding, type EvidenceLink } from "@polku/journey";
import { LibraryPage } from "../pages/library.ts";
import { expect, test, type Workshop } from "../people.ts";

const data = (name: string): string => path.join(import.meta.dirname, "..", "data", name);

type QuoteEntry = {
  id: string;
  kind: string;
  sourceId: string;
  itemId: string;
  respondentKey: string | null;
  valence: number | null;
  vBy: "human" | "rating" | null;
  at: string | null;
};

/** The quotes in the library as the measures see them once they are pinned. */
async function linksOf(workshop: Workshop, sourceIds: ReadonlySet<string>): Promise<EvidenceLink[]> {
  const answer = await workshop.api.get(`${workshop.server.url}/api/v1/quotes?limit=1000`);
  const { items } = (await answer.json()) as { items: QuoteEntry[] };
  return items
    .filter(({ sourceId }) => sourceIds.has(sourceId))
    .map(({ valence, vBy, ...quote }) => ({
      ...quote,
      v: valence,
      vBy: vBy ?? "human",
      by: ["owner"],
      stance: "supports",
    }));
}

async function sourcesNamed(workshop: Workshop, titles: readonly string[]): Promise<Set<string>> {
  const answer = await workshop.api.get(`${workshop.server.url}/api/v1/sources`);
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  return new Set(items.filter(({ title }) => titles.includes(title)).map(({ id }) => id));
}

const LEVELS = {
  assumption: "Assumption",
  anecdotal: "Anecdotal",
  supported: "Supported",
  triangulated: "Triangulated",
  contested: "Contested",
} as const;

test("a survey and two transcripts are imported, and five quotes made and pinned, by keyboard alone; the grounding is the computed one", async ({
  workshop,
}) => {
  // Three files, fifteen steps of the wizard and five quotes, each control reached with Tab.
  test.setTimeout(420_000);
  const journey = await workshop.newJourney("On real exports");
  const { page, map } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  await library.open();

  await library.giveFiles([data("survey-1000.csv"), data("zoom.vtt"), data("teams.vtt")]);
  await library.takeIn();
  await expect(library.count("kept")).toHaveText("1,000");
  await library.nextFile();
  await library.takeIn();
  await library.nextFile();
  await library.takeIn();
  await expect(library.count("kept")).toHaveText("1");
  await library.done();

  const quotes = [
    ["Asentaja ei saapunut", "Asentaja", "2"],
    ["Laskussa oli virhe", "Laskussa", "1"],
    ["Jonotin puhelimessa", "Jonotin", "2"],
    ["rahojaan", "rahojaan", "1"],
    ["Lapsenlapset", "Lapsenlapset", "1"],
  ] as const;
  for (const [search, sentence, key] of quotes) {
    await library.readFirst(search);
    await library.quoteSentence(sentence, key);
    await library.pinTo("During");
    await library.back();
  }
  await map.saved();

  const sources = await sourcesNamed(workshop, ["survey-1000", "zoom", "teams"]);
  const links = await linksOf(workshop, sources);
  expect(links).toHaveLength(5);
  const { level, n } = grounding(links, Date.now());
  expect(n).toBe(5);
  const [, during = ""] = await map.cardIds();
  const card = map.thing(`touchpoint:${during}`);
  await expect(card.getByRole("button", { name: LEVELS[level] })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(library.panel).toHaveCount(0);
  await card.click();
  const { mean } = evidence(links);
  const shown = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  await expect(page.locator(".pinned__mean")).toContainText(
    `Mean ${shown.format(mean ?? 0).replace("-", "\u2212")}, 5 people`,
  );
});

test("the same file twice adds nothing and says so", async ({ workshop }) => {
  const journey = await workshop.newJourney("Twice");
  const { page } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  await library.open();
  const file = [data("call.srt")];
  await library.giveFiles(file);
  await library.takeIn();
  await expect(library.count("kept")).toHaveText("1");
  await library.done();
  await library.giveFiles(file);
  await library.takeIn();
  await expect(library.count("kept")).toHaveText("0");
  await expect(library.wizard.getByText("nothing was added twice")).toBeVisible();
});

test("a file that is not what it says is refused with a sentence, and the others go on", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Refused");
  const { page } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  await library.open();
  await library.giveFiles([
    path.join(import.meta.dirname, "..", "..", "apps", "web", "public", "icon.svg"),
    data("interview.txt"),
  ]);
  await expect(library.wizard.getByRole("alert")).toContainText("web page or an XML file");
  await library.press(library.wizard.getByRole("button", { name: "Leave this file out" }));
  await expect(library.wizard.getByText("Plain text")).toBeVisible();
});

test(
  "erasing a source empties the other person's open window within two seconds",
  { tag: "@measured" },
  async ({ workshop }) => {
    const journey = await workshop.newJourney("Erased");
    const { url } = workshop.server;
    const made = await workshop.api.post(`${url}/api/v1/sources`, {
      multipart: {
        meta: JSON.stringify({ kind: "chat", title: "To be erased" }),
        file: {
          name: "chat.txt",
          mimeType: "text/plain",
          buffer: Buffer.from("Häävalokuvat katosivat pilveen.\n"),
        },
      },
    });
    const { id: source } = (await made.json()) as { id: string };
    let contactId = "";
    await expect(async () => {
      const found = await workshop.api.get(`${url}/api/v1/contacts?source=${source}`);
      const { items } = (await found.json()) as { items: { id: string }[] };
      contactId = items[0]?.id ?? "";
      expect(contactId).not.toBe("");
    }).toPass();
    const quoted = await workshop.api.post(`${url}/api/v1/quotes`, {
      data: { contactId, text: "Häävalokuvat katosivat", valence: -2 },
    });
    const { id: quoteId } = (await quoted.json()) as { id: string };

    const owner = await workshop.owner(journey);
    const [touchpointId = ""] = await owner.map.cardIds();
    await workshop.command(journey, {
      name: "pinQuote",
      args: { quoteId, touchpointId, v: -2, vBy: "human" },
    });
    const ben = await workshop.join("Ben", journey);
    const words = ben.page.getByText("Häävalokuvat katosivat");
    await expect(ben.page.locator(".quotes__words", { hasText: "Häävalokuvat katosivat" })).toBeVisible();

    const library = new LibraryPage(owner.page);
    await library.open();
    await library.erase("To be erased");
    await expect(owner.page.getByText("Erased: To be erased")).toBeVisible();
    await expect(words).toHaveCount(0, { timeout: 2000 });
    await ben.map.thing(`touchpoint:${touchpointId}`).click();
    await expect(ben.page.getByText("These words have been removed from the library.")).toBeVisible();
  },
);

test("axe finds nothing in the library, in reading and in the wizard", async ({ workshop }) => {
  const journey = await workshop.newJourney("Reachable");
  const { page } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  const violations = async (where: string): Promise<unknown[]> => {
    const found = await new AxeBuilder({ page }).include(where).analyze();
    return found.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
  };
  await library.open();
  await expect(library.panel.locator('[data-index="0"]')).toBeVisible();
  expect(await violations(".library")).toEqual([]);
  await library.shelf("Sources");
  await expect(library.panel.locator(".source").first()).toBeVisible();
  expect(await violations(".library")).toEqual([]);
  await library.shelf("Quotes");
  await expect(library.panel.locator(".quote-card").first()).toBeVisible();
  expect(await violations(".library")).toEqual([]);
  await library.panel.getByRole("button", { name: "Read the whole contact" }).first().click();
  await expect(library.panel.getByRole("textbox", { name: "The words" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(library.panel.getByRole("button", { name: "Make a quote" })).toBeVisible();
  expect(await violations(".library")).toEqual([]);
  await library.giveFiles([data("survey-1000.csv")]);
  await expect(library.wizard.getByText("Which column says what")).toBeVisible();
  expect(await violations(".dialog")).toEqual([]);
});
