import { expect, test } from "../people.ts";

test("commands by name, a pasted table, the menu of a thing, the trash, and an undo that says what it takes back", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("In the hand");
  const { page } = await workshop.owner(journey);
  const cards = page.locator(".card-frame");
  await cards.first().click();
  await page.keyboard.press("Escape");
  await cards.first().click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Call\tWait\tAnswer\tThanks");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  const question = page.getByRole("dialog", { name: "Paste a table" });
  await expect(question).toContainText("One touchpoint is added.");
  await question.getByRole("button", { name: "Paste", exact: true }).click();
  await expect(cards).toHaveCount(4);

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Commands" });
  await expect(palette).toBeVisible();
  await page.keyboard.type("split");
  await page.keyboard.press("Enter");
  await expect(cards).toHaveCount(5);
  await page.getByRole("button", { name: "Undo split of “Call”" }).click();
  await expect(cards).toHaveCount(4);

  await cards.nth(1).click({ button: "right" });
  const menu = page.getByRole("dialog", { name: "What can be done with this" });
  await menu.getByRole("option", { name: "Delete" }).click();
  await expect(cards).toHaveCount(3);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("trash");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Bring back “Wait”" }).click();
  await expect(cards).toHaveCount(4);
});
