import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { LibraryPage } from "../pages/library.ts";
import { expect, test } from "../people.ts";

const data = (name: string): string => path.join(import.meta.dirname, "..", "data", name);

/** A file of every kind but VTT (those go in with the survey of evidence.spec), and how many contacts it brings. */
const FILES = [
  ["forms.csv", 2],
  ["typeform.csv", 2],
  ["surveymonkey.csv", 2],
  ["freshdesk.csv", 2],
  ["mail.eml", 1],
  ["call.srt", 1],
  ["survey.xlsx", 2],
  ["zendesk.csv", 2],
  ["zendesk.ndjson", 2],
  ["intercom.json", 1],
  ["google-play.csv", 2],
  ["mails.mbox", 2],
  ["whatsapp-us.txt", 1],
  ["interview.docx", 1],
  ["project.qdpx", 1],
] as const;

/** A table, a mail, a transcript and a spreadsheet that go in a second time; that every kind is known again is a test of the readers. */
const AGAIN = [
  ["forms.csv", 2],
  ["mail.eml", 1],
  ["call.srt", 1],
  ["survey.xlsx", 2],
] as const;

/** What arrived: some of its words, when they were said, and who says them or what was asked. */
const ARRIVED = [
  ["jonotin kukaan vastannut", "2026-11-03T07:41:22.000Z", "Mikä meni pieleen?"],
  ["häiriöt kartalla äidin", "2026-10-02T08:02:30.000Z", "What could we do better?"],
  ["Ääni katkesi puhelun", "2026-10-28T14:03:00.000Z", "What happened?"],
  ["muutin vanhaan osoitteeseen", "2026-08-03T09:10:00.000Z", "Description"],
  ["netti poikki töihin", "2026-11-03T07:41:00.000Z", "SAMPLE häiriö"],
] as const;

test("a file of every kind goes in through the browser, several at once; the second time adds nothing; a broken one gets its sentence and can be left out", async ({
  workshop,
}) => {
  // Twenty files through five steps each, each looked at in a process of its own.
  test.setTimeout(420_000);
  const journey = await workshop.newJourney("On every kind of file");
  const { page } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  const { wizard, panel } = library;
  await library.open();
  await panel.getByRole("button", { name: "Import", exact: true }).click();
  await wizard
    .locator("input[type=file]")
    .setInputFiles(["broken/survey.xlsx", ...[...FILES, ...AGAIN].map(([name]) => name)].map(data));

  await expect(wizard.getByText("The file is damaged, cut off or locked with a password.")).toBeVisible();
  await wizard.getByRole("button", { name: "Leave this file out" }).click();

  const takeIn = async (name: string): Promise<void> => {
    await expect(wizard.locator(".wizard__file")).toContainText(name);
    await expect(wizard.getByRole("group", { name: "Step 2 of 5" })).toBeVisible();
    if (name === "whatsapp-us.txt")
      await wizard.getByLabel("How is 3/11/2026 read here?").selectOption("March 11 (month first)");
    if (name === "zendesk.csv")
      await expect(wizard.getByText("The CSV of Zendesk holds no words of customers")).toBeVisible();
    for (const [button, step] of [
      ["Next", 3],
      ["Next", 4],
      ["Import", 5],
    ] as const) {
      await wizard.getByRole("button", { name: button, exact: true }).click();
      await expect(wizard.getByRole("group", { name: `Step ${step} of 5` })).toBeVisible();
    }
    await expect(wizard.getByRole("heading", { name: "Imported", exact: true })).toBeVisible();
  };
  for (const [name, contacts] of FILES) {
    await takeIn(name);
    await expect(library.count("kept"), name).toHaveText(String(contacts));
    await wizard.getByRole("button", { name: "Next file" }).click();
  }
  for (const [name, contacts] of AGAIN) {
    await takeIn(name);
    await expect(library.count("kept"), name).toHaveText("0");
    await expect(library.count("duplicates"), name).toHaveText(String(contacts));
    await expect(wizard.getByText("nothing was added twice")).toBeVisible();
    if (name !== "survey.xlsx") await wizard.getByRole("button", { name: "Next file" }).click();
  }
  await library.done();

  for (const [words, at, around] of ARRIVED) {
    const { url } = workshop.server;
    const found = await workshop.api.get(`${url}/api/v1/contacts?q=${encodeURIComponent(words)}`);
    const [contact] = ((await found.json()) as { items: { at: string; text: string }[] }).items;
    expect([words, contact?.at], words).toEqual([words, at]);
    expect(JSON.stringify(contact), words).toContain(around);
  }

  // A mail is read with what stands around it; what it repeats is folded until somebody asks.
  await library.readFirst("korjataan töihin");
  await expect(panel.getByText("Employee P2").first()).toBeVisible();
  const repeated = panel.locator("blockquote", { hasText: "netti on ollut poikki" });
  await expect(repeated).toBeHidden();
  await library.press(panel.getByRole("button", { name: "Earlier words that it repeats" }));
  await expect(repeated).toBeVisible();
  const found = await new AxeBuilder({ page }).include(".library").analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);

  // The chat was read month first, as the person said.
  const answer = await workshop.api.get(`${workshop.server.url}/api/v1/contacts?q=Nobody+called`);
  const { items } = (await answer.json()) as { items: { at: string; text: string }[] };
  expect(items.find(({ text }) => text.startsWith("Nobody called"))?.at).toBe("2026-03-05T10:14:00.000Z");
});

test("a picture goes in with what it shows, is read, quoted by its words and pinned, and is gone with its source", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Seen");
  const { page, map } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  const { wizard, panel } = library;
  await library.open();
  await library.giveFiles([path.join(import.meta.dirname, "..", "..", "docs", "images", "feedback.png")]);
  await expect(wizard.getByRole("group", { name: "Step 2 of 5" })).toBeVisible();
  await expect(wizard.getByRole("button", { name: "Next", exact: true })).toBeDisabled();
  await library.tabTo(wizard.getByLabel("What it shows"));
  await page.keyboard.type("The magenta router blinks in the cellar. Call 040 123 4567.");
  await library.tabTo(wizard.getByLabel("Whose picture it is"));
  await page.keyboard.type("aino@esimerkki.fi");
  const axe = async (where: string): Promise<string[]> =>
    (await new AxeBuilder({ page }).include(where).analyze()).violations.map(({ id }) => id);
  expect(await axe(".dialog")).toEqual([]);
  await library.press(wizard.getByRole("button", { name: "Next", exact: true }));
  await library.press(wizard.getByRole("button", { name: "Import", exact: true }), { back: true });
  await expect(library.count("kept")).toHaveText("1");
  await library.done();

  await library.readFirst("magenta");
  const picture = panel.getByRole("img", { name: "The magenta router blinks in the cellar. Call [phone]." });
  await expect(picture).toBeVisible();
  // It was made bare of what stood beside it, and still is a picture.
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(1600);
  await library.press(panel.getByRole("button", { name: "What it shows, and whose it is" }), { back: true });
  await expect(panel.getByLabel("What it shows", { exact: true })).toBeFocused();
  await expect(panel.getByText("It belongs to somebody already")).toBeVisible();
  expect(await axe(".library")).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("At night: ");
  await library.press(panel.getByRole("button", { name: "Save", exact: true }));
  await expect(panel.getByRole("img", { name: /^At night: The magenta router/ })).toBeVisible();
  await expect(panel.getByRole("button", { name: "What it shows, and whose it is" })).toBeFocused();
  await library.tabTo(panel.getByRole("textbox", { name: "The words" }));
  await library.quoteSentence("router", "2");
  await library.pinTo("During");
  const [, during = ""] = await map.cardIds();
  await expect(map.thing(`touchpoint:${during}`).locator(".card__ground")).toHaveText("1");

  const { url } = workshop.server;
  const sources = (await (await workshop.api.get(`${url}/api/v1/sources`)).json()) as {
    items: { id: string; title: string }[];
  };
  const source = sources.items.find(({ title }) => title === "feedback");
  await workshop.api.delete(`${url}/api/v1/sources/${source?.id}`);
  await expect(picture).toHaveCount(0);
});

test(
  "what arrives shows its count on the card of an open map, is confirmed there, and counts only then",
  { tag: "@measured" },
  async ({ workshop }) => {
    const journey = await workshop.newJourney("All day");
    const { page, map } = await workshop.owner(journey);
    const [touchpointId = ""] = await map.cardIds();
    const card = page.locator(`.card-frame[data-thing="touchpoint:${touchpointId}"]`);

    const library = new LibraryPage(page);
    await library.open();
    await page.getByRole("tab", { name: "Sources" }).click();
    await page.getByRole("button", { name: "Rules for what arrives" }).click();
    const rules = page.getByRole("dialog", { name: "Rules for what arrives" });
    await rules.getByLabel("Words, in any of their forms").fill("ukkonen");
    await rules.getByLabel("Suggest for the touchpoint").selectOption(touchpointId);
    await rules.getByRole("button", { name: "What would it have caught?" }).click();
    await expect(rules.getByText("0 contacts in the library would have been suggested.")).toBeVisible();
    await rules.getByRole("button", { name: "Add the rule" }).click();
    await expect(rules.getByText("says “ukkonen”")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    const words = "Ukkosella netti katkesi joka kerta";
    const sent = await workshop.api.post(
      `${workshop.server.url}/api/v1/intake?source=Chats&kind=chat&sample=1`,
      {
        data: { externalId: "live-1", text: words },
      },
    );
    expect(await sent.json()).toMatchObject({ kept: 1, suggested: 1 });
    // Within two seconds of the answer.
    await expect(card.getByText("+1")).toBeVisible({ timeout: 2_000 });
    await expect(card.locator(".card__ground")).toHaveText("0");

    await card.locator(".card__title").click();
    const waiting = page.getByRole("region", { name: "Suggested" });
    await expect(waiting.getByText(words)).toBeVisible();
    await waiting.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("region", { name: "What customers said" }).getByText(words)).toBeVisible();
    await expect(waiting).toHaveCount(0);
    await expect(card.locator(".card__ground")).toHaveText("1");
  },
);
