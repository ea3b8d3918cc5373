import { expect, test } from "../people.ts";

test("a touchpoint leads down to a journey of its own, the way back stands above its map also after loading it anew, and home and outline tell of both", async ({
  workshop,
}) => {
  const life = await workshop.newJourney("Life with the service");
  const [stageId] = await workshop.command(life, { name: "addStage", args: { title: "Trouble" } });
  const [touchpointId] = await workshop.command(life, {
    name: "addTouchpoint",
    args: { stageId, title: "Something breaks" },
  });
  const { page } = await workshop.owner(life);
  await page.locator("html[data-hands]").waitFor();

  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Level of this journey").selectOption("0");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Something breaks\./ }).click();
  await page.getByRole("button", { name: "Journey below" }).click();
  await page.getByRole("button", { name: "Make a journey of this touchpoint" }).click();
  await expect(page.getByLabel("Name of the journey")).toHaveValue("Something breaks");
  const trail = page.getByRole("navigation", { name: "The way down to this journey" });
  await expect(trail).toHaveText(/Life with the service.*Something breaks/);
  await page.reload();
  await expect(trail.getByRole("link", { name: "Life with the service" })).toBeVisible();

  await trail.getByRole("link", { name: "Life with the service" }).click();
  await expect(page.getByLabel("Name of the journey")).toHaveValue("Life with the service");
  await expect(page.getByLabel("Name of the touchpoint").first()).toHaveValue("Something breaks");
  await page.getByRole("link", { name: "Open “Something breaks”" }).first().click();
  await expect(trail).toBeVisible();
  await page.getByRole("button", { name: "Outline" }).click();
  await expect(trail.getByRole("link", { name: "Life with the service" })).toBeVisible();

  await page.goto(`${workshop.server.url}/`);
  const tree = page.getByRole("navigation", { name: "How the journeys hang together" });
  await expect(tree.getByRole("listitem").filter({ hasText: "Life with the service" }).first()).toHaveText(
    /Level 0.*Life with the service.*Level 1.*Something breaks/,
  );

  const guest = await workshop.join("Ben", life);
  await guest.page.locator("html[data-hands]").waitFor();
  await expect(guest.page.getByText("A journey you cannot open")).toBeVisible();
  await expect(guest.page.getByText("Something breaks")).toHaveCount(1);
  expect(touchpointId).not.toBe("");
});
