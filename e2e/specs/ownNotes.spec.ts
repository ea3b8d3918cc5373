import { expect, test } from "../people.ts";

test("a participant puts a note on a touchpoint, drags and nudges it, writes it anew and takes it away in the outline, while an editor and another participant look on", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Own notes");
  const [stageId] = await workshop.command(journey, { name: "addStage", args: { title: "Help" } });
  await workshop.command(journey, { name: "addTouchpoint", args: { stageId, title: "I call" } });
  const ana = await workshop.owner(journey);
  const pia = await workshop.join("Pia", journey, "participant");
  const rauno = await workshop.join("Rauno", journey, "participant");

  await pia.page.getByRole("button", { name: /^I call\./ }).click();
  await pia.page.getByRole("button", { name: "Add a note" }).click();
  const sheet = pia.page.getByRole("form", { name: "My note" });
  await expect(sheet.getByText("Moves with “I call”")).toBeVisible();
  await sheet.getByRole("textbox", { name: "Text of the note" }).fill("Why twice?");
  await sheet.getByRole("button", { name: "Blue" }).click();
  await sheet.getByRole("button", { name: "Put it on the map" }).click();

  const noteFor = (person: typeof ana) => person.page.locator(".shape--note");
  for (const person of [ana, pia, rauno])
    await expect(noteFor(person).getByRole("button", { name: /Why twice\?/ })).toBeVisible();

  await noteFor(rauno).getByRole("button").click();
  await expect(rauno.page.getByRole("form", { name: "My note" })).toHaveCount(0);
  await expect(rauno.page.getByRole("button", { name: "Add a note" })).toBeVisible();

  // Who else takes part can drag it nowhere; its author drags it and nudges it by key, and all see it lie there.
  const placeFor = (person: typeof ana) =>
    noteFor(person).evaluate((note: HTMLElement) => [note.style.left, note.style.top].map(parseFloat));
  const drag = async (person: typeof ana, dx: number, dy: number): Promise<void> => {
    const box = await noteFor(person).boundingBox();
    if (!box) throw new Error("The note is out of sight.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await person.page.mouse.move(x, y);
    await person.page.mouse.down();
    await person.page.mouse.move(x + dx / 2, y + dy / 2);
    await person.page.mouse.move(x + dx, y + dy);
    await person.page.mouse.up();
  };
  const [left = 0, top = 0] = await placeFor(ana);
  await drag(rauno, 60, 60);
  await drag(pia, 90, -40);
  await expect.poll(async () => (await placeFor(ana))[0]).toBeGreaterThan(left + 40);
  const [dragged = 0] = await placeFor(ana);
  await expect.poll(async () => (await placeFor(rauno))[0]).toBe(dragged);
  expect((await placeFor(ana))[1]).toBeLessThan(top);
  await pia.page.keyboard.press("ArrowRight");
  await pia.page.keyboard.press("ArrowRight");
  for (const person of [ana, pia, rauno])
    await expect.poll(async () => (await placeFor(person))[0]).toBe(dragged + 16);

  await pia.page.keyboard.press("Enter");
  await expect(sheet.getByRole("textbox", { name: "Text of the note" })).toBeFocused();
  await sheet.getByRole("textbox", { name: "Text of the note" }).fill("Asked three times");
  await sheet.getByRole("button", { name: "Keep the changes" }).click();
  await expect(noteFor(ana).getByRole("button", { name: /Asked three times/ })).toBeVisible();

  // The same in the words of the journey, where there is no map to drag on.
  await pia.page.getByRole("button", { name: "Outline" }).click();
  await expect(pia.page.getByRole("button", { name: "Add a note" })).toBeVisible();
  await pia.page.getByRole("button", { name: "Change my note: Asked three times" }).click();
  await expect(sheet.getByRole("textbox", { name: "Text of the note" })).toBeFocused();
  await sheet.getByRole("button", { name: "Take it away" }).click();
  await expect(pia.page.getByRole("button", { name: "Change my note: Asked three times" })).toHaveCount(0);
  await pia.page.getByRole("button", { name: "Map", exact: true }).click();
  for (const person of [ana, pia, rauno]) await expect(noteFor(person)).toHaveCount(0);
});
