import { expect, test } from "../people.ts";

test("a feedback journey opens in place as a broken loop, and the step that tells mends it in both windows", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Feedback");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const [first = ""] = await ana.map.cardIds();
  await ana.map.thing(`touchpoint:${first}`).click();
  await ana.map.press("e", "ArrowDown", "ArrowDown");
  await ana.map.thing(`touchpoint:${first}`).locator("button").first().focus();
  await ana.map.press("f");
  const branch = ana.page.getByRole("region", { name: "Feedback journey" });
  await expect(branch.locator(".card-frame")).toHaveCount(6);
  await expect(ana.page.locator('.map-edges [data-loop="broken"] .edge__strand').first()).toBeAttached();
  await expect(ana.page.locator(".emotion__note")).toHaveText("arrives");

  await ben.map.thing(`touchpoint:${first}`).locator(".sub-chip").click();
  await expect(ben.page.locator('.map-edges [data-loop="broken"]')).toBeAttached();

  // By keyboard: the step lies beyond the window's edge, and the map moves to it while a pointer would aim.
  await branch.getByRole("button", { name: /Add how the customer hears what came of it/ }).press("Enter");
  await ana.map.press("Escape");
  for (const person of [ana, ben]) {
    await expect(person.page.locator('.map-edges [data-loop="closed"] .edge__tip')).toBeAttached();
    await expect(person.page.locator('.map-edges [data-loop="broken"]')).toHaveCount(0);
  }

  await ana.page.getByRole("button", { name: /^Undo / }).click();
  await expect(ben.page.locator('.map-edges [data-loop="broken"]')).toBeAttached();
});

test("the sample's feedback journey opens in place, and breaking its loop breaks the arrow in both windows", async ({
  workshop,
}) => {
  const ana = await workshop.owner("demo-en");
  const ben = await workshop.join("Ben", "demo-en");
  for (const person of [ana, ben]) {
    await person.page.getByRole("button", { name: "Show the whole map (0)" }).click();
    await person.page.locator(".sub-chip").first().click();
    await expect(person.page.locator('.map-edges [data-loop="closed"] .edge__tip')).toBeAttached();
  }
  const told = ana.map.card("because you told us");
  await told.first().locator("button").first().focus();
  await ana.map.press("Delete");
  for (const person of [ana, ben])
    await expect(person.page.locator('.map-edges [data-loop="broken"] .edge__strand').first()).toBeAttached();
  await ana.map.press("Control+z");
  for (const person of [ana, ben])
    await expect(person.page.locator('.map-edges [data-loop="closed"] .edge__tip')).toBeAttached();
  await ana.map.saved();
});
