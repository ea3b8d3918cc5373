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

test("words are found wherever they stand and replaced in one step, a locked map keeps them, and the map can be shown alone", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Found again");
  const { page, map } = await workshop.owner(journey);
  const [first = "", second = ""] = await map.cardIds();
  await workshop.command(
    journey,
    { name: "editText", args: { on: "touchpoints", id: first, key: "title", text: "Call the helpdesk" } },
    {
      name: "editText",
      args: { on: "touchpoints", id: second, key: "note", text: "The helpdesk calls back" },
    },
  );
  await expect(map.card("Call the helpdesk")).toBeVisible();
  await page.keyboard.press("Control+f");
  const find = page.getByRole("search", { name: "Find and replace" });
  await expect(find.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("HELPDESK");
  await expect(find.getByRole("status")).toHaveText("2 places");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(find.getByRole("status")).toHaveText("2 of 2");
  await expect(page.getByRole("complementary", { name: "About the touchpoint" })).toContainText(
    "The helpdesk calls back",
  );
  await expect(find.getByRole("textbox", { name: "Find" })).toBeFocused();
  await find.getByRole("textbox", { name: "Replace with" }).fill("service desk");

  const command = async (words: string): Promise<void> => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "What do you want to do?" })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  };
  await command("lock the whole");
  await find.getByRole("button", { name: "Replace all" }).click();
  await expect(page.getByText("This is locked.")).toBeVisible();
  await command("unlock the whole");
  await find.getByRole("button", { name: "Replace all" }).click();
  await expect(find.getByRole("status")).toHaveText("nowhere");
  await expect(map.card("Call the service desk")).toBeVisible();
  await page.getByRole("button", { name: /^Undo replacing/ }).click();
  await expect(map.card("Call the helpdesk")).toBeVisible();
  await expect(find.getByRole("status")).toHaveText("2 of 2");
  await find.getByRole("button", { name: "Close" }).click();
  await expect(find).toHaveCount(0);

  await map.card("Call the helpdesk").locator("button").first().focus();
  await page.keyboard.press("p");
  await expect(page.getByRole("banner")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("banner")).toBeVisible();
  await map.saved();
});
