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

test("a stage leads down too; beside what it rests on stands what the journey below rests on, which moves when somebody there changes a pin, and is told to nobody who may not see it", async ({
  workshop,
}) => {
  const life = await workshop.newJourney("Life with the service");
  const repair = await workshop.newJourney("A repair");
  const demo = await workshop.api.get(`${workshop.server.url}/api/v1/journeys/demo-en`);
  const { pins } = ((await demo.json()) as { journey: { pins: { quoteId: string; vBy: string }[] } }).journey;
  const quoteIds = [...new Set(pins.map(({ quoteId }) => quoteId))];
  const [stageId] = await workshop.command(repair, { name: "addStage", args: { title: "Trouble" } });
  const [touchpointId] = await workshop.command(repair, {
    name: "addTouchpoint",
    args: { stageId, title: "It breaks again" },
  });
  const pinIds = await workshop.command(
    repair,
    ...quoteIds.slice(0, 8).map((quoteId) => ({
      name: "pinQuote",
      args: { quoteId, touchpointId, v: -2, vBy: "human" },
    })),
  );
  const everyPin = async (name: string, args: object): Promise<unknown> =>
    workshop.command(repair, ...pinIds.map((pinId) => ({ name, args: { pinId, ...args } })));

  const { page } = await workshop.owner(life);
  await page.locator("html[data-hands]").waitFor();
  await page.getByRole("button", { name: /^Stage During,/ }).click();
  const about = page.getByRole("complementary", { name: "About the stage" });
  await expect(about).toContainText("No customer has said this yet");
  await about.getByLabel("Goal of the stage").fill("To have it mended");
  await about.getByRole("button", { name: "Journey below" }).click();
  await about.getByLabel("Leads to").selectOption({ label: "A repair" });
  const rests = about.getByRole("region", { name: "What the journey below rests on" });
  await expect(rests).toContainText("Mean −2 of");
  const place = rests.getByRole("listitem").filter({ hasText: "It breaks again" });
  await expect(place).toContainText("−2");

  await everyPin("setPin", { set: { v: 1 } });
  await expect(rests).toContainText("Mean +1 of");
  await everyPin("unpinQuote", {});
  await expect(rests).toContainText("No customer has said this yet");
  await about.getByRole("button", { name: "Close" }).click();
  await expect(
    page.getByRole("link", { name: "Open “A repair”. The journey below rests on 0 people." }),
  ).toBeVisible();

  const guest = await workshop.join("Ben", life);
  await guest.page.locator("html[data-hands]").waitFor();
  await expect(guest.page.getByText("A journey you cannot open")).toBeVisible();
  await expect(guest.page.getByText("A repair")).toHaveCount(0);

  await page.getByRole("button", { name: "Outline" }).click();
  await page
    .getByRole("link", { name: /^Open “A repair”/ })
    .first()
    .click();
  const trail = page.getByRole("navigation", { name: "The way down to this journey" });
  await trail.getByRole("link", { name: "Life with the service" }).click();
  await expect(about.getByLabel("Name of the stage")).toHaveValue("During");
  await expect(about.getByLabel("Goal of the stage")).toHaveValue("To have it mended");
});
