import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../people.ts";

const offline = (page: Page) => page.locator(".connection[data-state=offline]");

test("what others deleted while one wrote on it without a network is told on return, with the words", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Away");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const [first = "", second = ""] = await ana.map.cardIds();
  await ana.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ana.context.setOffline(true);
  await expect(offline(ana.page)).toBeVisible({ timeout: 45_000 });
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "Kukaan ei vastaa");
  await ana.map.rename(ana.map.thing(`touchpoint:${second}`), "Jää kartalle");
  await ben.map.thing(`touchpoint:${first}`).click();
  await ben.page.keyboard.press("Delete");
  await expect(ben.map.thing(`touchpoint:${first}`)).toHaveCount(0);
  await ben.map.saved();

  await ana.context.setOffline(false);
  const told = ana.page.getByRole("status").filter({ hasText: "Deleted while you were away" });
  await expect(told).toContainText("Kukaan ei vastaa", { timeout: 45_000 });
  await expect(told).not.toContainText("Jää kartalle");
  await expect(ana.map.thing(`touchpoint:${first}`)).toHaveCount(0);
  await expect(ben.map.thing(`touchpoint:${second}`)).toContainText("Jää kartalle");
  await told.getByRole("button", { name: "Copy the words" }).click();
  expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toContain("Kukaan ei vastaa");
  await told.getByRole("button", { name: "I have what I need" }).click();
  await expect(told).toHaveCount(0);
});

test("access that ended meanwhile takes nothing from the person: what they wrote is theirs as a file, and not in the journey", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Ended");
  const owner = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const [first = ""] = await owner.map.cardIds();
  await ben.context.setOffline(true);
  await expect(offline(ben.page)).toBeVisible({ timeout: 45_000 });
  await ben.map.rename(ben.map.thing(`touchpoint:${first}`), "Benin sanat");
  const links = await workshop.api.get(`${workshop.server.url}/api/v1/journeys/${journey}/links`);
  for (const { id } of ((await links.json()) as { items: { id: string }[] }).items)
    await workshop.api.delete(`${workshop.server.url}/api/v1/journeys/${journey}/links/${id}`);

  await ben.context.setOffline(false);
  const notice = ben.page.getByRole("alert");
  await expect(notice).toBeVisible({ timeout: 45_000 });
  const download = ben.page.waitForEvent("download");
  await notice.getByRole("button", { name: "Save my copy as a file" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain("Benin sanat");
  await expect(owner.map.thing(`touchpoint:${first}`)).not.toContainText("Benin sanat");

  await ben.page.reload();
  const kept = ben.page.getByRole("status").filter({ hasText: "This browser has a copy" });
  await expect(kept).toBeVisible();
  const again = ben.page.waitForEvent("download");
  await kept.getByRole("button", { name: "Save my copy as a file" }).click();
  expect(await readFile(await (await again).path(), "utf8")).toContain("Benin sanat");
  await kept.getByRole("button", { name: "Throw the copy away" }).click();
  await expect(kept).toHaveCount(0);
  await ben.page.reload();
  await expect(ben.page.getByRole("alert")).toBeVisible();
  await expect(kept).toHaveCount(0);
});

test("two tabs of one person, one of them a copy of the other, end equal", async ({ workshop }) => {
  const journey = await workshop.newJourney("Tabs");
  const ana = await workshop.owner(journey);
  const [first = "", second = ""] = await ana.map.cardIds();
  const opened = ana.context.waitForEvent("page");
  // A duplicated tab takes the first one's session storage along, as a window that a page opens does.
  await ana.page.evaluate(() => void window.open(location.href));
  const tab = await opened;
  await expect(tab.locator(`[data-thing="touchpoint:${first}"]`)).toBeVisible();
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "First tab");
  await tab.locator(`[data-thing="touchpoint:${second}"]`).click();
  await tab.keyboard.press("Enter");
  await tab.locator(`[data-thing="touchpoint:${second}"] textarea`).fill("Second tab");
  await tab.keyboard.press("Escape");
  await expect(tab.locator(`[data-thing="touchpoint:${first}"]`)).toContainText("First tab");
  await expect(ana.map.thing(`touchpoint:${second}`)).toContainText("Second tab");
  await ana.map.saved();
  await expect(tab.locator(".connection[data-state=saved]")).toBeVisible();
});

test("a browser that keeps no copy says so, and what is written still reaches the server", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("No copy");
  const ana = await workshop.owner(journey);
  const [first = ""] = await ana.map.cardIds();
  await expect(ana.page.getByText("No copy here")).toHaveCount(0);
  const page = await ana.context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await page.goto(`${workshop.server.url}/j/${journey}`);
  await expect(page.getByText("No copy here")).toBeVisible();
  const card = page.locator(`[data-thing="touchpoint:${first}"]`);
  await card.click();
  await page.keyboard.press("Enter");
  await card.locator("textarea").fill("Kept by the server");
  await page.keyboard.press("Escape");
  await expect(page.locator(".connection[data-state=saved]")).toBeVisible();
  await expect(ana.map.thing(`touchpoint:${first}`)).toContainText("Kept by the server");
});

test("a local copy that is cleared or full while the journey is open is told of, and editing goes on", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Cleared");
  const ana = await workshop.owner(journey);
  const ben = await workshop.owner(journey);
  const [first = ""] = await ana.map.cardIds();
  const devtools = await ana.context.newCDPSession(ana.page);
  await devtools.send("Storage.clearDataForOrigin", {
    origin: workshop.server.url,
    storageTypes: "indexeddb",
  });
  await expect(ana.page.getByText("No copy here")).toBeVisible();
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "After clearing");
  await expect(ben.map.thing(`touchpoint:${first}`)).toContainText("After clearing");

  // A full disk: the request succeeds, the transaction around it is undone.
  await ben.page.evaluate(() => {
    const real = Reflect.get(IDBObjectStore.prototype, "add") as (value: unknown) => IDBRequest<IDBValidKey>;
    Reflect.set(IDBObjectStore.prototype, "add", function add(this: IDBObjectStore, value: unknown) {
      const request = Reflect.apply(real, this, [value]);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    });
  });
  await ben.map.rename(ben.map.thing(`touchpoint:${first}`), "With a full disk");
  await expect(ben.page.getByText("No copy here")).toBeVisible();
  await expect(ana.map.thing(`touchpoint:${first}`)).toContainText("With a full disk");
  await ben.map.saved();
});
