import type { CDPSession } from "@playwright/test";
import { expect, test } from "../people.ts";

type Finger = { readonly x: number; readonly y: number };

/** Fingers go down, move in steps to where they lift. */
async function gesture(cdp: CDPSession, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const points = (part: number) =>
    from.map(({ x, y }, id) => ({
      id,
      x: x + ((to[id]?.x ?? x) - x) * part,
      y: y + ((to[id]?.y ?? y) - y) * part,
    }));
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
  for (const part of [0.25, 0.5, 0.75, 1])
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(part) });
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("fingers: one moves the map, two zoom and move it, one that rests opens the menu of a thing, and with the arrow taps gather", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("With fingers");
  const { page, map, context } = await workshop.owner(journey, {
    hasTouch: true,
    viewport: { width: 1024, height: 768 },
  });
  const cdp = await context.newCDPSession(page);
  const camera = async () => {
    const matrix = await page
      .locator(".react-flow__viewport")
      .evaluate((layer) => new DOMMatrix(getComputedStyle(layer).transform).toJSON());
    return { x: matrix.e, y: matrix.f, zoom: matrix.a };
  };
  const start = await camera();
  await gesture(cdp, [{ x: 700, y: 600 }], [{ x: 600, y: 560 }]);
  await expect.poll(async () => Math.round((await camera()).x - start.x)).toBe(-100);

  const before = await camera();
  await gesture(
    cdp,
    [
      { x: 500, y: 450 },
      { x: 600, y: 450 },
    ],
    [
      { x: 400, y: 450 },
      { x: 700, y: 450 },
    ],
  );
  await expect.poll(async () => (await camera()).zoom).toBeGreaterThan(before.zoom * 2);
  await gesture(
    cdp,
    [
      { x: 400, y: 450 },
      { x: 700, y: 450 },
    ],
    [
      { x: 500, y: 450 },
      { x: 600, y: 450 },
    ],
  );
  await expect.poll(async () => (await camera()).zoom).toBeLessThan(before.zoom * 1.2);
  const apart = await camera();
  await gesture(
    cdp,
    [
      { x: 500, y: 450 },
      { x: 600, y: 450 },
    ],
    [
      { x: 560, y: 500 },
      { x: 660, y: 500 },
    ],
  );
  await expect.poll(async () => Math.round((await camera()).x - apart.x)).toBeGreaterThan(40);
  expect((await camera()).zoom).toBeCloseTo(apart.zoom, 1);

  await page.getByRole("button", { name: "Show the whole map (0)" }).tap();
  const card = page.locator(".card-frame").first();
  await expect(card).toBeInViewport();
  // The map glides there: a finger waits until it rests.
  let last = apart;
  await expect
    .poll(async () => {
      const before = last;
      last = await camera();
      return (
        last.zoom !== apart.zoom && last.zoom === before.zoom && last.x === before.x && last.y === before.y
      );
    })
    .toBe(true);
  const box = await card.boundingBox();
  if (!box) throw new Error("The card is not on the screen.");
  const point = { id: 0, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  const menu = page.getByRole("dialog", { name: "What can be done with this" });
  await expect(menu).toBeVisible();
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await menu.getByRole("option", { name: "Duplicate with everything in it" }).tap();
  await expect(page.locator(".card-frame")).toHaveCount(4);

  await page.getByRole("complementary").getByRole("button", { name: "Close" }).tap();
  await page.getByRole("button", { name: "Arrow: a drag selects (V)" }).tap();
  const cards = page.locator(".card-frame");
  await cards.nth(0).tap();
  await cards.nth(1).tap();
  await cards.nth(2).tap();
  await expect(page.getByRole("status").filter({ hasText: "touchpoints selected" })).toBeVisible();
  await page.getByRole("button", { name: "Let go" }).tap();
  await expect(page.locator(".card-frame[data-selected]")).toHaveCount(0);
  await map.saved();
});
