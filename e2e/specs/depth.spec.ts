import { expect, test, type Person } from "../people.ts";

test("a journey of 14 touchpoints and 8 inside is made on the canvas by keyboard alone", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("By keyboard alone");
  const { page, map } = await workshop.owner(journey);
  const write = async (words: string): Promise<void> => {
    await expect(page.locator(".card-frame textarea")).toBeFocused();
    await page.keyboard.type(words);
    await map.press("Escape");
  };
  const open = page.locator(".card-frame[data-selected]");
  await map.press("ArrowRight", "Enter");
  await write("Step 1");
  for (let i = 2; i <= 12; i += 1) {
    await map.press("n");
    await write(`Step ${i}`);
  }
  for (const i of [13, 14]) {
    await map.press("ArrowRight", "Enter");
    await write(`Step ${i}`);
  }
  await map.press("s");
  await page.keyboard.type("Aftercare");
  await map.press("Escape");
  await expect(map.stage("Aftercare")).toBeVisible();

  // Back at the last touchpoint: a point of the curve, a text, and the journey inside it, down which the arrows go.
  await map.press("ArrowLeft", "ArrowDown");
  await expect(open).toContainText("Step 14");
  await map.press("e", "ArrowUp", "ArrowUp", "Shift+ArrowDown", "ArrowDown", "Enter");
  await page.keyboard.type("A quick answer");
  await map.press("Escape", "f");
  const inside = page.locator(".branch .card-frame");
  await expect(inside).toHaveCount(6);
  await expect(async () => {
    await map.press("ArrowDown");
    await expect(page.locator(".branch .card-frame[data-selected]")).toHaveCount(1, { timeout: 50 });
  }).toPass();
  for (const words of ["She calls back", "They tell what changed"]) {
    await map.press("n");
    await write(words);
  }
  await expect(inside).toHaveCount(8);
  await map.saved();
  const answer = await workshop.api.get(`${workshop.server.url}/api/v1/journeys/${journey}`);
  const { journey: kept } = (await answer.json()) as {
    journey: {
      touchpoints: { title: string }[];
      cells: { text: string }[];
      emotionPoints: { point: [number, number] }[];
    };
  };
  const titles = kept.touchpoints.map(({ title }) => title);
  const steps = Array.from({ length: 14 }, (_, i) => `Step ${i + 1}`);
  expect(titles).toHaveLength(22);
  expect(titles).toEqual(expect.arrayContaining([...steps, "She calls back", "They tell what changed"]));
  expect(kept.cells.map(({ text }) => text)).toEqual(["A quick answer"]);
  expect(kept.emotionPoints.map(({ point }) => point)).toEqual([[0.5, 0.5]]);
});

test("two who split and type, bend one curve and reorder one lane at the same time lose nothing, and undo harms nobody", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("At the same time");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const both = [ana, ben];
  const [first = ""] = await ana.map.cardIds();
  const [pointId = ""] = await workshop.command(journey, {
    name: "addEmotionPoint",
    args: { touchpointId: first, t: 0.5, v: 0 },
  });
  const undo = (person: Person) => person.page.getByRole("button", { name: /^Undo / }).click();

  // Ana splits the column while Ben types in its title.
  const card = (person: Person) => person.map.thing(`touchpoint:${first}`);
  await card(ben).click();
  await ben.map.press("Enter");
  const typed = card(ben).locator("textarea");
  await card(ana).click();
  await Promise.all([
    typed.pressSequentially("I call and nobody answers", { delay: 15 }),
    (async () => {
      await ana.page.keyboard.press("Control+k");
      await expect(ana.page.getByRole("combobox", { name: "What do you want to do?" })).toBeFocused();
      await ana.page.keyboard.type("split");
      await ana.page.keyboard.press("Enter");
    })(),
  ]);
  await ben.map.press("Escape");
  for (const person of both) {
    await expect(person.page.locator(".card-frame")).toHaveCount(4);
    await expect(card(person)).toContainText("I call and nobody answers");
  }
  await undo(ana);
  for (const person of both) {
    await expect(person.page.locator(".card-frame")).toHaveCount(3);
    await expect(card(person)).toContainText("I call and nobody answers");
  }

  // Both bend the same point: both see the same curve, and Ana's undo leaves what Ben did last.
  const point = (person: Person) => person.map.thing(`point:${pointId}`);
  for (const person of both) await point(person).focus();
  await Promise.all([ana.map.press("ArrowUp", "ArrowUp"), ben.map.press("ArrowDown", "ArrowDown")]);
  const value = async (person: Person) => point(person).getAttribute("aria-valuenow");
  await expect.poll(async () => (await value(ana)) === (await value(ben))).toBe(true);
  await ben.map.press("ArrowDown");
  await expect.poll(async () => (await value(ana)) === (await value(ben))).toBe(true);
  const bens = await value(ben);
  await undo(ana);
  await ana.map.saved();
  for (const person of both) expect(await value(person)).toBe(bens);

  // Both reorder one lane: one order for all, and no lane is lost or doubled.
  const lanes = (person: Person) => person.page.locator(".lane-head__title").allInnerTexts();
  const before = await lanes(ana);
  for (const person of both) await person.page.getByRole("button", { name: "Lane Expectations" }).focus();
  await Promise.all([ana.map.press("Alt+ArrowUp"), ben.map.press("Alt+ArrowDown")]);
  const agree = async (): Promise<void> => {
    await expect
      .poll(async () => JSON.stringify(await lanes(ana)) === JSON.stringify(await lanes(ben)))
      .toBe(true);
    expect((await lanes(ana)).toSorted()).toEqual(before.toSorted());
  };
  await agree();
  await undo(ana);
  await undo(ben);
  await ben.map.saved();
  await agree();
  for (const person of both) await expect(card(person)).toContainText("I call and nobody answers");
});
