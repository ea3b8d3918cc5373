import { expect, test } from "../people.ts";

test("notes, arrows and frames on the free canvas: two people write in one, it moves with its touchpoint, and undo says what it takes back", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Beside the map");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const { page } = ana;
  await expect(page.getByRole("toolbar", { name: "Tools of the free canvas" })).toBeVisible();

  // A note where the pointer is; what is typed is there for the other one, who writes on.
  await page.mouse.move(640, 560);
  await page.keyboard.press("Shift+N");
  await page.keyboard.type("Nobody says");
  const bens = ben.page.getByRole("button", { name: "Sticky note: Nobody says" });
  await expect(bens).toBeVisible();
  await bens.dblclick();
  await ben.page.getByRole("textbox", { name: "Text of the note" }).press("End");
  await ben.page.keyboard.type(" how long");
  await page.keyboard.press("Escape");
  const note = page.getByRole("button", { name: "Sticky note: Nobody says how long" });
  await expect(note).toBeFocused();

  // Moved by key, attached, and along with its touchpoint when a stage comes before it.
  const left = async () => Math.round((await note.boundingBox())?.x ?? 0);
  const before = await left();
  await page.keyboard.press("ArrowRight");
  await expect.poll(left).toBeGreaterThan(before);

  // While it is dragged the other one sees where to.
  const lies = await note.boundingBox();
  if (!lies) throw new Error("The note lies on the map.");
  await page.mouse.move(lies.x + 20, lies.y + 20);
  await page.mouse.down();
  await page.mouse.move(lies.x + 60, lies.y + 40, { steps: 4 });
  await expect(ben.page.locator(".shape__ghost")).toHaveCount(1);
  await page.mouse.up();
  await expect(ben.page.locator(".shape__ghost")).toHaveCount(0);
  await page.getByRole("button", { name: "Attach to the nearest touchpoint" }).click();
  await expect(note).toHaveAccessibleDescription(/^Moves with/);
  const attached = await left();
  await workshop.command(journey, { name: "addStage", args: { index: 0, title: "Before" } });
  await expect.poll(left).toBeGreaterThan(attached + 100);

  // An arrow from the note to a card follows; a frame takes a title; the undo is named.
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await note.click();
  await page.locator(".card-frame").first().click();
  await expect(page.locator(".shape--arrow")).toHaveCount(1);
  await expect(ben.page.locator(".shape--arrow")).toHaveCount(1);
  const end = await page.locator('.shape__end[data-end="to"]').boundingBox();
  const other = await page.locator(".card-frame").nth(1).boundingBox();
  if (!end || !other) throw new Error("The arrow has an end, and there is another card.");
  await page.mouse.move(end.x + 12, end.y + 12);
  await page.mouse.down();
  await page.mouse.move(other.x + 60, other.y + 60, { steps: 4 });
  await page.mouse.up();
  const secondId = (await ana.map.cardIds())[1];
  await expect
    .poll(async () => {
      const file = await workshop.api.get(`${workshop.server.url}/api/v1/journeys/${journey}/export`);
      const { shapes } = (await file.json()) as { shapes: { to?: { touchpointId?: string } }[] };
      return shapes.find(({ to }) => to)?.to?.touchpointId;
    })
    .toBe(secondId);
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.mouse.move(420, 420);
  await page.mouse.down();
  await page.mouse.move(900, 780, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.type("Ideas");
  await page.keyboard.press("Enter");
  await expect(ben.page.getByRole("button", { name: "Frame: Ideas" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("button", { name: "Frame: Ideas" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo deletion of “Ideas”" }).click();
  await expect(ben.page.getByRole("button", { name: "Frame: Ideas" })).toBeVisible();

  // Two in hand are put in line and bound together: one press then takes both.
  await page.keyboard.press("Escape");
  await page.mouse.move(1100, 300);
  await page.keyboard.press("Shift+N");
  await page.keyboard.type("Second");
  await page.keyboard.press("Escape");
  const second = page.getByRole("button", { name: "Sticky note: Second" });
  await note.click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Align top", exact: true }).click();
  const top = async (which: typeof note) => Math.round((await which.boundingBox())?.y ?? 0);
  await expect.poll(async () => (await top(note)) - (await top(second))).toBe(0);
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.keyboard.press("Escape");
  await second.click();
  await expect(page.getByText("2 things of the free canvas selected").first()).toBeVisible();
  await page.keyboard.press("Escape");

  // It is in the outline, and in the picture.
  await page.getByRole("button", { name: "Outline", exact: true }).click();
  const list = page.getByRole("region", { name: "On the free canvas" });
  await expect(list.getByRole("listitem")).toHaveCount(4);
  const picture = await workshop.api.get(
    `${workshop.server.url}/api/v1/journeys/${journey}/export?format=svg`,
  );
  expect(await picture.text()).toContain("Nobody says");
});

test("an image that is pasted is there for everybody, and what is none or far too large gets a sentence", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("With a picture");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const { page } = ana;
  await expect(page.getByRole("button", { name: /^Add an image/ })).toBeVisible();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3_000, 1_500);
    const paint = canvas.getContext("2d");
    paint?.fillRect(0, 0, 3_000, 700);
    const data = new DataTransfer();
    data.items.add(
      new File([await canvas.convertToBlob({ type: "image/webp" })], "a.webp", { type: "image/webp" }),
    );
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  const bens = ben.page.locator(".shape--image img");
  await expect(bens).toBeVisible();
  await expect.poll(() => bens.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2_000);
  await page.getByRole("button", { name: "Image", exact: true }).press("Enter");
  await page.keyboard.type("The form as it is");
  await page.keyboard.press("Escape");
  await expect(ben.page.getByRole("button", { name: "Image: The form as it is" })).toBeVisible();
  const picture = await workshop.api.get(
    `${workshop.server.url}/api/v1/journeys/${journey}/export?format=svg`,
  );
  expect(await picture.text()).toContain('href="data:image/png;base64,');

  const picker = page.locator('.shape-tools input[type="file"]');
  await picker.setInputFiles({ name: "a.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByText("That is not a PNG, JPEG, WebP or GIF image.").first()).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(60 * 1024 * 1024)], "b.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await expect(page.getByText("files of at most 50 MB can be added").first()).toBeVisible();
  await expect(page.locator(".shape--image")).toHaveCount(1);
});
