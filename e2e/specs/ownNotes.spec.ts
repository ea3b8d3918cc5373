import { expect, test } from "../people.ts";

test("a participant puts a note on a touchpoint, writes it anew and takes it away, while an editor and another participant look on", async ({
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

  await noteFor(pia).getByRole("button").click();
  await sheet.getByRole("textbox", { name: "Text of the note" }).fill("Asked three times");
  await sheet.getByRole("button", { name: "Keep the changes" }).click();
  await expect(noteFor(ana).getByRole("button", { name: /Asked three times/ })).toBeVisible();

  await noteFor(pia).getByRole("button").click();
  await sheet.getByRole("button", { name: "Take it away" }).click();
  for (const person of [ana, pia, rauno]) await expect(noteFor(person)).toHaveCount(0);
});
