import type { Page } from "@playwright/test";
import { expect, test } from "../people.ts";

/** Holds the app itself back, as a slow line does; returns what lets it through. */
async function holdApp(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("on a slow line the map's beginning is seen before the app is there, and the map takes its place to the pixel", async ({
  workshop,
}) => {
  const ana = await workshop.owner("demo-en");
  const page = await ana.context.newPage();
  const release = await holdApp(page);
  await page.goto(ana.page.url(), { waitUntil: "commit" });
  const look = page.locator("#first-look");
  await expect(look.getByText("I call and queue for 24")).toBeVisible();
  // Customers' words come by one way only.
  await expect(look).not.toContainText("A HUMAN");
  const seen = await look.locator('rect[width="180"][height="136"]').first().boundingBox();

  release();
  await expect(page.locator(".quotes").getByText("A HUMAN").first()).toBeVisible();
  await expect(look).toHaveCount(0);
  const drawn = await page.locator(".card-frame").first().boundingBox();
  for (const side of ["x", "y", "width", "height"] as const)
    expect(Math.abs((seen?.[side] ?? 0) - (drawn?.[side] ?? Infinity)), side).toBeLessThan(2);
});

test("where the outline comes first, or another language was chosen, nothing flashes", async ({
  workshop,
}) => {
  const ana = await workshop.owner("demo-en");
  const phone = await ana.context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  const finnish = await ana.context.newPage();
  await finnish.addInitScript(() => localStorage.setItem("polku.language", "fi"));
  for (const page of [phone, finnish]) {
    const release = await holdApp(page);
    const answer = await page.goto(ana.page.url(), { waitUntil: "commit" });
    expect(await answer?.text()).toContain('id="first-look"');
    await expect(page.locator("#root")).toBeAttached();
    await expect(page.locator("#first-look")).toHaveCount(0);
    release();
    await page.close();
  }
});
