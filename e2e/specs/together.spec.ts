import { expect, test } from "../people.ts";

async function twoAt(workshop: import("../people.ts").Workshop, title: string) {
  const journey = await workshop.newJourney(title);
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const lane = await ana.page.locator(".cell").first().getAttribute("data-thing");
  const [laneId = "", touchpointId = ""] = (lane ?? "").replace("cell:", "").split("/");
  return { journey, ana, ben, laneId, touchpointId };
}

test("two people who type in one cell at the same time keep every letter", async ({ workshop }) => {
  const { ana, ben, laneId, touchpointId } = await twoAt(workshop, "Typing together");
  const anasText = await ana.map.openCell(laneId, touchpointId);
  await anasText.pressSequentially("begin end");
  await expect(ben.map.thing(`cell:${laneId}/${touchpointId}`)).toContainText("begin end");
  const bensText = await ben.map.openCell(laneId, touchpointId);
  await bensText.press("End");
  await anasText.press("Home");
  await Promise.all([
    anasText.pressSequentially("Ana writes here ", { delay: 15 }),
    bensText.pressSequentially(" and Ben writes there", { delay: 15 }),
  ]);
  const whole = "Ana writes here begin end and Ben writes there";
  await expect(anasText).toHaveValue(whole);
  await expect(bensText).toHaveValue(whole);
  await ana.map.press("Escape");
  await ana.map.saved();
});

test("two people who begin in an empty cell at the same instant keep every letter", async ({ workshop }) => {
  const { ana, ben, laneId, touchpointId } = await twoAt(workshop, "Beginning together");
  const anasText = await ana.map.openCell(laneId, touchpointId);
  const bensText = await ben.map.openCell(laneId, touchpointId);
  await Promise.all([
    anasText.pressSequentially("from Ana", { delay: 5 }),
    bensText.pressSequentially("from Ben", { delay: 5 }),
  ]);
  await ana.map.press("Escape");
  await ben.map.press("Escape");
  const cell = (person: typeof ana) => person.map.thing(`cell:${laneId}/${touchpointId}`);
  for (const person of [ana, ben]) {
    await expect
      .poll(async () =>
        Array.from(
          (await cell(person).locator(".cell__block").allInnerTexts()).join("").replaceAll(/\s/g, ""),
        )
          .toSorted()
          .join(""),
      )
      .toBe(Array.from("fromAnafromBen").toSorted().join(""));
  }
});

test("a touchpoint that one moves while another renames it keeps both", async ({ workshop }) => {
  const { ana, ben } = await twoAt(workshop, "Moving and renaming");
  const [first = ""] = await ana.map.cardIds();
  const anasCard = ana.map.thing(`touchpoint:${first}`);
  const bensCard = ben.map.thing(`touchpoint:${first}`);
  await bensCard.click();
  await ben.map.press("Enter");
  await Promise.all([
    bensCard.locator("textarea").pressSequentially("First call", { delay: 20 }),
    (async () => {
      await anasCard.locator("button").first().focus();
      await ana.map.press("Alt+ArrowRight");
    })(),
  ]);
  await ben.map.press("Escape");
  for (const person of [ana, ben]) {
    await expect(person.map.thing(`touchpoint:${first}`)).toContainText("First call");
    await expect(person.page.getByRole("button", { name: /Stage Before, 0 touchpoints/ })).toBeVisible();
    await expect(person.page.getByRole("button", { name: /Stage During, 2 touchpoints/ })).toBeVisible();
  }
});

test("a card is dragged by mouse into another stage, and everybody sees it there", async ({ workshop }) => {
  const { ana, ben } = await twoAt(workshop, "Dragging");
  const [first = "", second = ""] = await ana.map.cardIds();
  const from = await ana.map.thing(`touchpoint:${first}`).boundingBox();
  const to = await ana.map.thing(`touchpoint:${second}`).boundingBox();
  if (!from || !to) throw new Error("The cards are not on the screen.");
  await ana.page.mouse.move(from.x + 30, from.y + from.height - 12);
  await ana.page.mouse.down();
  await ana.page.mouse.move(to.x + to.width - 10, to.y + 40, { steps: 8 });
  await expect(ana.page.locator(".drop-line")).toBeVisible();
  await ana.page.mouse.up();
  for (const person of [ana, ben])
    await expect(person.page.getByRole("button", { name: /Stage During, 2 touchpoints/ })).toBeVisible();
  await ana.map.saved();
});

test("who has come in is seen by those who are there, and sees them, before anybody moves", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Here");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  await expect(ana.page.locator(".people__one")).toHaveText(/Ben/);
  await expect(ben.page.locator(".people__one")).toHaveText(/Owner/);
  await ben.page.close();
  await expect(ana.page.locator(".people__one")).toHaveCount(0);
});

test("each sees the other's cursor, by name, within a second", { tag: "@measured" }, async ({ workshop }) => {
  const { ana, ben } = await twoAt(workshop, "Cursors");
  await ana.page.mouse.move(500, 400);
  await expect(ben.page.locator('.cursor[data-person="Owner"]')).toBeVisible({ timeout: 1_000 });
  await ben.page.mouse.move(600, 300);
  await expect(ana.page.locator('.cursor[data-person="Ben"]')).toBeVisible({ timeout: 1_000 });
  await expect(ana.page.getByRole("list", { name: "1 other person here" })).toBeVisible();
  await ben.context.close();
  await expect(ana.page.locator('.cursor[data-person="Ben"]')).toHaveCount(0, { timeout: 5_000 });
});

test("one looks along with another until one's own hand moves the map; a raised hand is seen by all", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Mukana");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey, "viewer");
  const sight = (person: typeof ana) =>
    person.page.locator(".react-flow__viewport").evaluate(
      (layer) =>
        getComputedStyle(layer)
          .transform.match(/-?[\d.]+/g)
          ?.map(Number) ?? [],
    );
  await ben.page.getByRole("button", { name: "Look along with Owner" }).click();
  await expect(ben.page.getByText("You look along with Owner")).toBeVisible();
  await ana.page.mouse.move(700, 600);
  await ana.page.mouse.wheel(260, 40);
  await expect
    .poll(async () => (await sight(ben)).map(Math.round))
    .toEqual((await sight(ana)).map(Math.round));

  await ben.page.mouse.move(700, 600);
  await ben.page.mouse.wheel(-90, 0);
  await expect(ben.page.getByText("You look along with Owner")).toHaveCount(0);

  await ben.page.getByRole("button", { name: "Raise your hand" }).click();
  await expect(ana.page.getByRole("button", { name: "Look along with Ben, hand up" })).toBeVisible();
});

test("undo takes back only one's own", async ({ workshop }) => {
  const { ana, ben } = await twoAt(workshop, "Undo");
  const [first = "", second = ""] = await ana.map.cardIds();
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "From Ana");
  await expect(ben.map.thing(`touchpoint:${first}`)).toContainText("From Ana");
  await ben.map.rename(ben.map.thing(`touchpoint:${second}`), "From Ben");
  await expect(ana.map.thing(`touchpoint:${second}`)).toContainText("From Ben");
  await ana.page.getByRole("button", { name: /^Undo / }).click();
  await expect(ben.map.thing(`touchpoint:${first}`)).toContainText("Untitled touchpoint");
  await expect(ben.map.thing(`touchpoint:${second}`)).toContainText("From Ben");
});

test("a viewer sees everything live and can change nothing", async ({ workshop }) => {
  const journey = await workshop.newJourney("Looking");
  const ana = await workshop.owner(journey);
  const vera = await workshop.join("Vera", journey, "viewer");
  await expect(vera.page.getByText("Read only")).toBeVisible();
  const [first = ""] = await ana.map.cardIds();
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "Seen by Vera");
  await expect(vera.map.thing(`touchpoint:${first}`)).toContainText("Seen by Vera");
  await vera.map.thing(`touchpoint:${first}`).click();
  await vera.map.press("Enter", "n", "s", "Delete");
  await expect(vera.page.locator(".card-frame textarea")).toHaveCount(0);
  await expect(vera.page.getByRole("button", { name: /add/i })).toHaveCount(0);
  await expect(vera.page.locator(".card-frame")).toHaveCount(3);
});
