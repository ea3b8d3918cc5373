import { fileURLToPath } from "node:url";
import { expect, test, type Person } from "../people.ts";

const images = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const window = { viewport: { width: 1600, height: 1000 }, reducedMotion: "reduce" } as const;

/** Where the camera stands: how far the map's corner lies from the window's, in px. */
async function corner({ page }: Person): Promise<{ x: number; y: number }> {
  return page.locator(".react-flow__viewport").evaluate((element) => {
    const { e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f };
  });
}

/** Two steps nearer, from the map's beginning: stages, cards, curve and quotes at a size that can be read. */
async function comeNearer(person: Person): Promise<void> {
  const { page } = person;
  const start = await corner(person);
  for (const _ of [1, 2]) await page.getByRole("button", { name: "Zoom in (+)" }).click();
  await page.mouse.move(600, 900);
  await expect(async () => {
    const now = await corner(person);
    await page.mouse.wheel(now.x - start.x, now.y - start.y);
    const then = await corner(person);
    expect(Math.abs(then.x - start.x) + Math.abs(then.y - start.y)).toBeLessThan(4);
  }).toPass();
}

for (const [name, colorScheme] of [
  ["map", "light"],
  ["map-dark", "dark"],
] as const) {
  test(`${name}.png: two people at the sample`, async ({ workshop }) => {
    const owner = await workshop.owner("demo-en", { ...window, colorScheme });
    const other = await workshop.join("Maija", "demo-en", "editor", window);
    await comeNearer(owner);
    await owner.map.card("Apuri the chatbot answers").click();
    await other.map.card("The fault map says").click();
    const there = await other.map.card("The fault map says").boundingBox();
    await other.page.mouse.move((there?.x ?? 0) + 40, (there?.y ?? 0) + 60);
    await expect(owner.page.locator(".cursor").filter({ hasText: "Maija" })).toBeVisible();
    await expect(owner.page.locator(".pinned__words").first()).toBeVisible();
    await owner.page.mouse.move(700, 990);
    await owner.page.evaluate(async () => void (await document.fonts.ready));
    await owner.page.waitForLoadState("networkidle");
    await owner.page.screenshot({ path: `${images}${name}.png` });
  });
}
