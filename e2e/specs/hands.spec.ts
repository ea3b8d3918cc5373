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

test("many things in one hand: Shift and a press, a frame, Ctrl A; moved, changed and deleted in one step, and seen by the others", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("A handful");
  const ana = await workshop.owner(journey);
  const { page, map } = ana;
  const [first = "", second = "", third = ""] = await map.cardIds();
  for (const [id, title] of [
    [first, "Call"],
    [second, "Queue"],
    [third, "Answer"],
  ] as const)
    await workshop.command(journey, {
      name: "editText",
      args: { on: "touchpoints", id, key: "title", text: title },
    });
  const ben = await workshop.join("Ben", journey);
  const vera = await workshop.join("Vera", journey, "viewer");
  const titles = (person: typeof ana) => person.page.locator(".card-frame .card__title").allInnerTexts();
  await map.card("Call").click();
  await map.card("Queue").click({ modifiers: ["Shift"] });
  await expect(page.getByRole("status").filter({ hasText: "2 touchpoints selected" })).toBeVisible();
  await expect(ben.page.locator(".holders")).toHaveCount(2);

  // A button that a key presses right after is not taken for one more press of the mouse.
  const minimap = page.getByRole("button", { name: "Small map of the whole (M)" });
  await minimap.press("Enter");
  await expect(minimap).toHaveAttribute("aria-pressed", "true");
  await minimap.press("Enter");
  await expect(page.locator(".minimap")).toHaveCount(0);

  // One drag carries both.
  const from = await map.card("Queue").boundingBox();
  const to = await map.card("Answer").boundingBox();
  if (!from || !to) throw new Error("The cards are not on the screen.");
  await page.mouse.move(from.x + 30, from.y + from.height - 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 8, to.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => titles(ben)).toEqual(["Answer", "Call", "Queue"]);
  await page.getByLabel("Channel").selectOption("chat");
  await expect(ben.map.card("Call")).toContainText("Chat");
  await expect(ben.map.card("Queue")).toContainText("Chat");
  await page.getByRole("button", { name: "Undo change of 2 things" }).click();
  await page.getByRole("button", { name: "Undo move of 2 things" }).click();
  await expect.poll(() => titles(ben)).toEqual(["Call", "Queue", "Answer"]);

  // By keyboard: Shift stretches, Alt moves, Ctrl A takes all, Delete takes them away and undo brings them back.
  await page.keyboard.press("Escape");
  await map.card("Call").locator("button").first().focus();
  await map.press("Shift+ArrowRight", "Alt+ArrowRight");
  await expect(page.getByRole("button", { name: /Stage After, 3 touchpoints/ })).toBeVisible();
  await map.press("Control+z", "Control+a");
  await expect(page.getByRole("status").filter({ hasText: "3 touchpoints selected" })).toBeVisible();
  await map.press("Delete");
  await expect(ben.page.locator(".card-frame")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo deletion of 3 things" }).click();
  await expect(ben.page.locator(".card-frame")).toHaveCount(3);

  // A frame: with Shift, or with the arrow as the tool. A viewer may look at many and harm none.
  for (const person of [ana, vera]) {
    if (person === ana) await person.map.press("v");
    else await person.page.keyboard.down("Shift");
    const box = await person.map.card("Answer").boundingBox();
    const left = await person.map.card("Call").boundingBox();
    if (!box || !left) throw new Error("The cards are not on the screen.");
    await person.page.mouse.move(left.x - 6, left.y + left.height + 6);
    await person.page.mouse.down();
    await person.page.mouse.move(box.x + 20, box.y + 20, { steps: 6 });
    await person.page.mouse.up();
    await person.page.keyboard.up("Shift");
    await expect(person.page.locator(".card-frame[data-selected]")).toHaveCount(3);
  }
  await vera.map.card("Queue").click();
  await expect(vera.page.locator(".card-frame[data-selected]")).toHaveCount(1);
  await vera.map.press("Delete", "Alt+ArrowRight", "Control+x");
  await expect(vera.page.locator(".card-frame")).toHaveCount(3);
  await expect.poll(() => titles(ben)).toEqual(["Call", "Queue", "Answer"]);
  await map.saved();
});

test("lanes are added, shrunk, kept in sight and dragged, and a saved view shows everybody the same part of the map", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("In sight");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey, "viewer");
  const { page, map } = ana;
  const heads = (person: typeof ana) => person.page.locator(".lane-head__title").allInnerTexts();
  await page.getByRole("button", { name: "Lanes: add, show, put in order" }).click();
  const lanes = page.getByRole("complementary", { name: "Lanes", exact: true });
  await lanes.getByRole("button", { name: "A lane of our own" }).click();
  await page.keyboard.type("Who pays");
  await lanes.getByRole("button", { name: "Shrink “Pains” to its heading" }).click();
  await lanes.getByRole("button", { name: "Keep “How it feels” in sight above the others" }).click();
  await lanes.getByRole("button", { name: "Close" }).click();
  await expect.poll(async () => (await heads(ben))[0]).toBe("How it feels");
  await expect.poll(async () => (await heads(ben)).at(-1)).toBe("Who pays");
  const pains = ben.page.locator(".lane-head").filter({ hasText: "Pains" });
  await expect(pains).toHaveAttribute("data-collapsed");

  // The frozen curve stays where it is while the rest moves on under it.
  const curve = ben.page.locator(".emotion");
  const before = await curve.boundingBox();
  await ben.page.mouse.move(700, 600);
  await ben.page.mouse.wheel(0, 300);
  await expect(ben.page.locator(".frozen")).toHaveAttribute("data-stuck");
  const after = await curve.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(20);

  // A lane is dragged by its name.
  const own = await page.getByRole("button", { name: "Lane Touchpoints" }).boundingBox();
  const target = await page.getByRole("button", { name: "Lane What the customer does" }).boundingBox();
  if (!own || !target) throw new Error("The lanes are not on the screen.");
  await page.mouse.move(own.x + 20, own.y + 6);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y - 6, { steps: 6 });
  await expect(page.locator(".lane-line-drop")).toBeVisible();
  await page.mouse.up();
  await expect
    .poll(async () => {
      const now = await heads(ben);
      return now.indexOf("Touchpoints") - now.indexOf("What the customer does");
    })
    .toBe(-1);

  const [first = ""] = await map.cardIds();
  await workshop.command(journey, {
    name: "setTouchpoint",
    args: { touchpointId: first, set: { channel: "phone" } },
  });
  await page.getByRole("button", { name: "Filter and saved views" }).click();
  const views = page.getByRole("complementary", { name: "What we look at" });
  await views.getByRole("button", { name: "Phone" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 of 3 touchpoints" })).toBeVisible();
  // The map glides to the next size; what is saved is where it stands.
  const size = page.locator(".zoom-tools__now");
  await size.click();
  await expect(size).toHaveText("100 %");
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect(size).toHaveText("83 %");
  await views.getByRole("textbox", { name: "Name of the view" }).fill("By phone");
  await views.getByRole("button", { name: "Save for everybody" }).click();
  await map.saved();
  await ben.page.keyboard.press("Control+k");
  await ben.page.keyboard.type("by phone");
  await expect(ben.page.getByRole("option", { name: "Look at “By phone”" })).toBeVisible();
  await ben.page.keyboard.press("Enter");
  await expect(ben.page.locator(".sheet > .veil")).toHaveCount(2);
  // He looks where she looked: as near, and at the same place.
  const box = (at: typeof page) => at.locator(".card-frame").first().boundingBox();
  const apart = async () => {
    const [hers, his] = [await box(page), await box(ben.page)];
    return hers && his ? Math.max(Math.abs(hers.x - his.x), Math.abs(hers.width - his.width)) : Infinity;
  };
  await expect.poll(apart).toBeLessThan(2);
  await ben.page.getByRole("button", { name: "Show everything" }).click();
  await expect(ben.page.locator(".veil")).toHaveCount(0);
});
