import { expect, test } from "../people.ts";
import { PolkuServer } from "../polkuServer.ts";

test("editing goes on offline, also over a closed tab, and joins the others' work on return", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Offline");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const [first = "", second = ""] = await ana.map.cardIds();

  await ana.context.setOffline(true);
  await expect(ana.page.locator(".connection[data-state=offline]")).toBeVisible({ timeout: 45_000 });
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "Written offline");
  await ben.map.rename(ben.map.thing(`touchpoint:${second}`), "Written meanwhile");
  await ben.map.saved();
  await expect(ben.map.thing(`touchpoint:${first}`)).not.toContainText("Written offline");

  await ana.page.close();
  await ana.context.setOffline(false);
  const page = await ana.context.newPage();
  await page.goto(`${workshop.server.url}/j/${journey}`);
  await expect(page.locator(`[data-thing="touchpoint:${first}"]`)).toContainText("Written offline");
  await expect(page.locator(`[data-thing="touchpoint:${second}"]`)).toContainText("Written meanwhile");
  await expect(ben.map.thing(`touchpoint:${first}`)).toContainText("Written offline");
  await expect(page.locator(".connection[data-state=saved]")).toBeVisible();
});

test("a journey larger than any one change may be opens, is worked on, and opens again from this browser's copy", async ({
  workshop,
}) => {
  const journey = {
    format: "polku-journey",
    formatVersion: 1,
    meta: { title: "Large", lang: "en" },
    lanes: [{ id: "steps", kind: "touchpoint", order: "a0" }],
    stages: [{ id: "stage", title: "All of it", order: "a0" }],
    touchpoints: Array.from({ length: 60 }, (_, i) => ({
      id: `t${i}`,
      title: `Step ${i}`,
      at: ["stage", `a${String.fromCharCode(65 + (i % 26))}${i}V`],
      note: "Waits and waits. ".repeat(1_500),
    })),
  };
  const made = await workshop.api.post(`${workshop.server.url}/api/v1/journeys/import`, {
    multipart: {
      file: {
        name: "large.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(journey)),
      },
    },
  });
  expect(made.status()).toBe(201);
  const ana = await workshop.owner(((await made.json()) as { id: string }).id);
  await ana.map.saved();
  await ana.map.rename(ana.map.thing("touchpoint:t3"), "Named in the first window");
  await ana.map.saved();
  await ana.page.reload();
  await expect(ana.map.thing("touchpoint:t3")).toContainText("Named in the first window");
  await ana.map.rename(ana.map.thing("touchpoint:t3"), "Named in the second");
  await ana.map.saved();
  await expect(ana.page.getByRole("alert")).toHaveCount(0);
});

test("what was called saved is there after the server's power was cut", async ({ browser }) => {
  const server = await PolkuServer.start({ POLKU_DEMO: "0" });
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(server.ownerLink);
  await page.waitForURL(`${server.url}/`);
  await page.getByRole("textbox", { name: "Name of a new journey" }).fill("Kept");
  await page.getByRole("button", { name: "New journey" }).click();
  const card = page.locator(".card-frame").first();
  await card.click();
  await page.keyboard.press("Enter");
  await card.locator("textarea").fill("Öljyä ja ääkkösiä");
  await page.keyboard.press("Escape");
  await expect(page.locator(".connection[data-state=saved]")).toBeVisible();
  await server.stop("SIGKILL");
  await expect(page.locator(".connection[data-state=offline]")).toBeVisible();
  await card.click();
  await page.keyboard.press("Enter");
  await card.locator("textarea").fill("Öljyä ja ääkkösiä, ja lisää");
  await page.keyboard.press("Escape");
  await server.run();
  await expect(page.locator(".connection[data-state=saved]")).toBeVisible({ timeout: 30_000 });
  const fresh = await browser.newContext({ storageState: await context.storageState() });
  const other = await fresh.newPage();
  await other.goto(page.url());
  await expect(other.locator(".card-frame").first()).toContainText("Öljyä ja ääkkösiä, ja lisää");
  await context.close();
  await fresh.close();
  await server.remove();
});
