import { expect, test, type Person } from "../people.ts";

/** The title that has the caret now. */
async function typeTitle(person: Person, words: string): Promise<void> {
  await expect(person.page.locator("textarea:focus")).toHaveValue("");
  await person.page.keyboard.type(words);
}

test("a journey of 14 touchpoints and 8 inside is made in the outline by keyboard alone, and another sees it on the map", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Typed like a list");
  const ana = await workshop.owner();
  const ben = await workshop.owner(journey);
  await ana.page.goto(`${workshop.server.url}/j/${journey}?view=outline`);
  const { keyboard } = ana.page;
  const titles = ana.page.getByRole("textbox", { name: "Name of the touchpoint" });
  const first = ana.page.getByRole("textbox", { name: "Name of the stage" }).first();
  await first.focus();
  await keyboard.press("Control+a");
  await keyboard.type("Something breaks");
  // Enter in the name of a stage begins its first touchpoint, Enter there the next.
  for (let i = 1; i <= 14; i += 1) {
    await keyboard.press("Enter");
    await typeTitle(ana, `Step ${i}`);
  }
  // What the blank journey brought is taken away: an empty title goes with Backspace, and the caret goes to the one before it.
  const made = await titles.count();
  for (let i = made; i > 14; i -= 1) {
    await titles.nth(14).focus();
    await expect(titles.nth(14)).toHaveValue("");
    await keyboard.press("Backspace");
    await expect(titles).toHaveCount(i - 1);
  }
  await titles.nth(1).focus();
  await keyboard.press("Alt+ArrowUp");
  await expect(titles.first()).toHaveValue("Step 2");
  await expect(titles.first()).toBeFocused();

  // The details of the first: a feeling, a text, the journey inside it.
  await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await ana.page.getByRole("button", { name: "Add a feeling" }).press("Enter");
  const valence = ana.page.getByRole("textbox", { name: "How it feels, from −2 to +2" });
  await valence.focus();
  await keyboard.press("Control+a");
  await keyboard.type("−7");
  await expect(ana.page.getByText("A number from −2 to +2.")).toBeVisible();
  await keyboard.press("Control+a");
  await keyboard.type("-1,5");
  const lane = ana.page.locator(".outline__lane textarea").first();
  await lane.focus();
  await keyboard.type("I call and wait");
  await ana.page.getByRole("button", { name: "Add a feedback journey" }).press("Enter");
  const inside = ana.page.locator(".outline__sub").getByRole("textbox", { name: "Name of the touchpoint" });
  await expect(inside).toHaveCount(6);
  await inside.last().focus();
  for (const words of ["She calls back", "They tell what changed"]) {
    await keyboard.press("Enter");
    await typeTitle(ana, words);
  }
  await ana.map.saved();

  await expect(ben.map.card("Step 2")).toBeVisible();
  await ben.page.locator(".sub-chip").click();
  await expect(ben.map.card("They tell what changed")).toBeAttached();
  const answer = await workshop.api.get(`${workshop.server.url}/api/v1/journeys/${journey}`);
  const { journey: kept } = (await answer.json()) as {
    journey: {
      touchpoints: { title: string }[];
      cells: { text: string }[];
      emotionPoints: { point: [number, number] }[];
    };
  };
  const steps = Array.from({ length: 14 }, (_, i) => `Step ${i + 1}`);
  const titlesKept = kept.touchpoints.map(({ title }) => title);
  expect(titlesKept).toHaveLength(22);
  expect(titlesKept).toEqual(expect.arrayContaining([...steps, "She calls back", "They tell what changed"]));
  expect(kept.cells.map(({ text }) => text)).toEqual(["I call and wait"]);
  expect(kept.emotionPoints.map(({ point }) => point)).toEqual([[0.5, -1.5]]);
});

test("what one types in the table stands on the map of another, letter for letter, and a phone begins with the outline", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("On its side");
  const ana = await workshop.owner();
  const ben = await workshop.owner(journey);
  await ana.page.setViewportSize({ width: 390, height: 844 });
  await ana.page.goto(`${workshop.server.url}/j/${journey}`);
  await ana.page.getByRole("button", { name: "Table" }).click();
  const row = ana.page
    .getByRole("row")
    .filter({ has: ana.page.getByRole("combobox") })
    .first();
  const title = row.getByRole("textbox", { name: "Name of the touchpoint" });
  await title.fill("Käy myymälässä");
  await row.getByRole("combobox", { name: "Channel" }).selectOption("store");
  await expect(ben.map.card("Käy myymälässä")).toContainText("Shop");
  // Both in one text at once: every letter stays.
  await ben.map.card("Käy myymälässä").click();
  await ben.map.press("Enter", "End");
  await ben.page.keyboard.type(" taas", { delay: 20 });
  await title.press("Home");
  await title.pressSequentially("Nyt ", { delay: 20 });
  await expect(title).toHaveValue("Nyt Käy myymälässä taas");
  await ben.map.press("Escape");
  await expect(ben.map.card("Nyt Käy myymälässä taas")).toBeVisible();
});
