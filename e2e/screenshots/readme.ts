import { fileURLToPath } from "node:url";
import { expect, test, type Person } from "../people.ts";

const images = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const window = { viewport: { width: 1600, height: 1000 }, reducedMotion: "reduce" } as const;

/** The sample at a size that can be read, one touchpoint chosen, everything that comes by network there. */
async function lookAt({ page, map }: Person): Promise<void> {
  await map.card("I call and queue for 24 minutes").click();
  await expect(page.locator(".inspector blockquote, .inspector q").first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
}

for (const [name, colorScheme] of [
  ["map", "light"],
  ["map-dark", "dark"],
] as const) {
  test(`${name}.png: the sample with a second person at it`, async ({ workshop }) => {
    const owner = await workshop.owner("demo-en", { ...window, colorScheme });
    await lookAt(owner);
    await owner.page.screenshot({ path: `${images}${name}.png` });
  });
}
