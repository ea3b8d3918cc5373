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

/** One step from full size: stages, cards, curve and quotes fit into the window and can be read. */
async function zoom({ page, map }: Person): Promise<void> {
  await map.press("1");
  await expect(page.getByText("100 %", { exact: true })).toBeVisible();
  await map.press("-");
  await expect(page.getByText("83 %", { exact: true })).toBeVisible();
}

/** Comes nearer without leaving the map's beginning. */
async function comeNearer(person: Person): Promise<void> {
  const { page } = person;
  const start = await corner(person);
  await zoom(person);
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

test("feedback.png: the feedback journey when nobody tells the customer what came of it", async ({
  workshop,
}) => {
  // What the sample tells in the end is taken away; what stays there is silence.
  await workshop.command(
    "demo-en",
    { name: "deleteTouchpoint", args: { touchpointId: "f07" } },
    { name: "setTouchpoint", args: { touchpointId: "f08", set: { contactKind: "none" } } },
  );
  const owner = await workshop.owner("demo-en", window);
  const { page, map } = owner;
  await page.getByRole("button", { name: "Show the whole map (0)" }).click();
  await page.locator(".sub-chip").first().click();
  await expect(page.locator('.map-edges [data-loop="broken"] .edge__strand').first()).toBeAttached();
  await map.press("Escape");
  await zoom(owner);
  const branch = page.locator(".branch-frame");
  await page.mouse.move(800, 500);
  await expect(async () => {
    const box = await branch.boundingBox();
    await page.mouse.wheel((box?.x ?? 0) - 130, (box?.y ?? 0) - 300);
    const now = await branch.boundingBox();
    expect(Math.abs((now?.x ?? 0) - 130) + Math.abs((now?.y ?? 0) - 300)).toBeLessThan(4);
  }).toPass();
  await page.mouse.move(1590, 990);
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${images}feedback.png`, clip: { x: 0, y: 0, width: 1600, height: 700 } });
});
