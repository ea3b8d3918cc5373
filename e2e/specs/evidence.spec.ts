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

test("a survey and two transcripts are imported, twenty quotes made and pinned, and said joined with did, by keyboard alone; the grounding is the computed one", async ({
  workshop,
}) => {
  // Three files, fifteen steps of the wizard and twenty quotes, each control reached with Tab.
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
  // Fifteen more out of one search: the first sentence, how it felt, the quote, its place, and on to the next with J.
  await library.readFirst("Jonotin tunnin");
  const words = library.panel.getByRole("textbox", { name: "The words" });
  for (let made = 0; made < 15; made += 1) {
    await page.keyboard.press("ArrowDown");
    await library.makeQuote("2");
    await library.pinTo("During");
    if (made === 14) break;
    const before = await words.innerText();
    await page.keyboard.press("j");
    await expect(words).not.toHaveText(before);
    await expect(words).toBeFocused();
  }
  await map.saved();

  const sources = await sourcesNamed(workshop, ["survey-1000", "zoom", "teams"]);
  const links = await linksOf(workshop, sources);
  expect(links).toHaveLength(20);
  const { level, n } = grounding(links, Date.now());
  const [, during = ""] = await map.cardIds();
  const card = map.thing(`touchpoint:${during}`);
  await expect(card.getByRole("button", { name: LEVELS[level] })).toBeVisible();

  // What was seen is joined with what somebody else said, which has to be asked for, and taken apart again.
  const seen = await workshop.api.patch(`${workshop.server.url}/api/v1/quotes/${links[0]?.id}`, {
    data: { manner: "observed" },
  });
  expect(seen.status()).toBe(200);
  await library.press(library.panel.getByRole("button", { name: "Join with what they said" }));
  const dialog = page.getByRole("dialog", { name: "Join with what they said" });
  await expect(dialog.getByText("Nothing that a customer said can be joined with it yet.")).toBeVisible();
  await page.keyboard.type("lapsenlapset");
  await library.tabTo(dialog.getByRole("checkbox"));
  await page.keyboard.press("Space");
  await library.tabTo(dialog.getByRole("searchbox"), { back: true });
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const pair = library.panel.getByRole("group", { name: "Said and did" });
  await expect(pair.getByRole("term")).toHaveText(["Said", "Did"]);
  await expect(pair.getByRole("definition").first()).toContainText("Lapsenlapset");
  await library.press(pair.getByRole("button", { name: "Take the pair apart" }), { back: true });
  await expect(pair).toHaveCount(0);
  await expect(library.panel.getByRole("button", { name: "Join with what they said" })).toBeFocused();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(library.panel).toHaveCount(0);
  await card.click();
  const { mean } = evidence(links);
  const shown = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  await expect(page.locator(".pinned__mean")).toContainText(
    `Mean ${shown.format(mean ?? 0).replace("-", "\u2212")}, ${n} people`,
  );
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

test("axe finds nothing in the library, in reading, among the rules, in the wizard and on what is suggested", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Reachable");
  const { page, map } = await workshop.owner(journey);
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
  await page.keyboard.press("Escape");
  await library.back();
  await library.panel.getByRole("tab", { name: "Sources" }).click();
  await library.panel.getByRole("button", { name: "Rules for what arrives" }).click();
  const rules = page.getByRole("dialog", { name: "Rules for what arrives" });
  await rules.getByLabel("Words, in any of their forms").fill("jonottaa");
  await rules.getByLabel("Suggest for the touchpoint").selectOption({ index: 1 });
  await rules.getByRole("button", { name: "What would it have caught?" }).click();
  await expect(rules.getByRole("status")).toBeVisible();
  await rules.getByRole("button", { name: "Add the rule" }).click();
  await expect(rules.getByText("says “jonottaa”")).toBeVisible();
  expect(await violations(".dialog")).toEqual([]);
  // Ready for the next rule; Escape is the dialog's, not the library's.
  await expect(rules.getByLabel("Words, in any of their forms")).toBeFocused();
  await page.keyboard.press("Escape");
  await library.giveFiles([data("survey-1000.csv")]);
  await expect(library.wizard.getByText("Which column says what")).toBeVisible();
  expect(await violations(".dialog")).toEqual([]);
  // On its last step the wizard tells what the rule would catch of the file.
  for (const step of [3, 4]) {
    await library.wizard.getByRole("button", { name: "Next", exact: true }).click();
    await expect(library.wizard.getByRole("group", { name: `Step ${step} of 5` })).toBeVisible();
  }
  await expect(library.wizard.getByText(/^By the rules for what arrives, of the 200/)).toBeVisible();
  expect(await violations(".dialog")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(library.wizard).toHaveCount(0);

  // What the rule catches is suggested at its touchpoint.
  const sent = await workshop.api.post(`${workshop.server.url}/api/v1/intake?source=Axe&kind=chat&sample=1`, {
    data: { externalId: "axe-1", text: "Jonotin taas koko aamun" },
  });
  expect(await sent.json()).toMatchObject({ suggested: 1 });
  const [touchpointId = ""] = await map.cardIds();
  await page.keyboard.press("Escape");
  await expect(library.panel).toHaveCount(0);
  await page.locator(`.card-frame[data-thing="touchpoint:${touchpointId}"] .card__title`).click();
  await expect(page.getByRole("region", { name: "Suggested" }).getByText("koko aamun")).toBeVisible();
  expect(await violations(".inspector")).toEqual([]);
});
