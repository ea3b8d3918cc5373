import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../people.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer depends on colours; names, roles and sizes are the same in the dark. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** A colour on its way from one to another is neither. */
async function coloursHaveArrived(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const under = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(under.map(({ finished }) => finished));
  });
}

async function expectNoViolation(page: Page, colorScheme: "light" | "dark" = "light"): Promise<void> {
  await coloursHaveArrived(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    colorScheme === "light" ? axe.withTags(TAGS) : axe.withRules(OF_COLOUR)
  ).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
  ).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the screens (${colorScheme})`, async ({ workshop }) => {
    const home = await workshop.owner(undefined, { colorScheme });
    await expect(home.page.locator(".journey-card").first()).toBeVisible();
    await expectNoViolation(home.page, colorScheme);
    const deleted = await workshop.newJourney("Not needed");
    await workshop.api.delete(`${workshop.server.url}/api/v1/journeys/${deleted}`);
    await home.page.getByRole("link", { name: "Deleted journeys" }).click();
    await home.page.getByRole("button", { name: "Delete for good: Not needed" }).click();
    await expectNoViolation(home.page, colorScheme);
    await home.page.getByRole("button", { name: "Delete for good", exact: true }).click();
    await expect(home.page.getByText("Gone for good: Not needed")).toBeVisible();

    const map = await workshop.owner("demo-en", { colorScheme });
    await expectNoViolation(map.page, colorScheme);
    await map.map.press("ArrowRight");
    const inspector = map.page.getByRole("complementary", { name: "About the touchpoint" });
    await expect(inspector).toBeVisible();
    // Every group of the inspector stands open: each has its own fields.
    const closed = inspector.locator(".group__title[aria-expanded=false]");
    while ((await closed.count()) > 0) await closed.first().click();
    await expect(inspector.getByLabel("Who looks after it")).toBeVisible();
    await map.page.getByRole("button", { name: "Curves", exact: true }).click();
    await map.page
      .getByRole("button", { name: /^Show the curve of/ })
      .first()
      .click();
    await map.page.keyboard.press("Escape");
    await map.page.getByRole("button", { name: /^Personas: whose/ }).click();
    await map.page.getByRole("button", { name: /^Edit/ }).first().click();
    await expectNoViolation(map.page, colorScheme);
    await map.page.getByRole("button", { name: /^Personas: whose/ }).click();
    await map.page.getByRole("button", { name: "Lanes: add, show, put in order" }).click();
    await expect(map.page.getByRole("complementary", { name: "Lanes", exact: true })).toBeVisible();
    await expectNoViolation(map.page, colorScheme);
    await map.page.keyboard.press("Escape");
    await map.page.getByRole("button", { name: "Filter and saved views" }).click();
    await expect(map.page.getByRole("complementary", { name: "What we look at" })).toBeVisible();
    await expectNoViolation(map.page, colorScheme);
    await map.page.keyboard.press("Escape");
    await map.page.getByRole("button", { name: "Settings", exact: true }).click();
    await expectNoViolation(map.page, colorScheme);
    await map.page.getByRole("button", { name: "Keys", exact: true }).click();
    await expect(map.page.getByRole("dialog")).toBeVisible();
    await expectNoViolation(map.page, colorScheme);
    await map.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await map.page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(map.page.getByRole("dialog")).toBeVisible();
    await map.page.getByRole("button", { name: "Make a link" }).click();
    await expect(map.page.getByRole("textbox", { name: "Link" })).toBeVisible();
    await expectNoViolation(map.page, colorScheme);

    const twoStates = await workshop.newJourney("Two states");
    const future = await workshop.api.post(`${workshop.server.url}/api/v1/journeys/${twoStates}/future`, {
      data: { title: "Two states, later" },
    });
    const { id: futureId } = (await future.json()) as { id: string };
    await map.page.goto(`${workshop.server.url}/j/${twoStates}/future/${futureId}`);
    await expect(map.page.getByRole("img", { name: "The map of “Two states, later”" })).toBeVisible();
    await expectNoViolation(map.page, colorScheme);

    const [stageId] = await workshop.command(twoStates, { name: "addStage", args: { title: "Below" } });
    const [downId] = await workshop.command(twoStates, { name: "addTouchpoint", args: { stageId } });
    await workshop.command(twoStates, {
      name: "setTouchpoint",
      args: { touchpointId: downId, set: { leadsTo: futureId } },
    });
    await map.page.goto(`${workshop.server.url}/j/${twoStates}`);
    await map.page.getByRole("link", { name: "Open “Two states, later”" }).click();
    await expect(map.page.getByRole("navigation", { name: "The way down to this journey" })).toBeVisible();
    await expectNoViolation(map.page, colorScheme);

    // A search comes with its link: words, filters and all.
    const searched = await workshop.owner("demo-en", { colorScheme });
    await searched.page.goto(`${workshop.server.url}/j/demo-en?library=contacts&q=call&feeling=negative`);
    await expect(searched.page.getByRole("searchbox")).toHaveValue("call");
    await expect(searched.page.locator("mark.words--hit").first()).toBeVisible();
    await searched.page.getByRole("button", { name: "Filters: 1" }).click();
    await expectNoViolation(searched.page, colorScheme);
    await searched.page.goto(`${workshop.server.url}/j/demo-en?library=themes`);
    await searched.page.getByRole("button", { name: "Change the theme “Waiting”" }).click();
    await expect(searched.page.getByRole("radio", { name: "Blue" })).toBeVisible();
    await expectNoViolation(searched.page, colorScheme);
    await searched.page.goto(`${workshop.server.url}/j/demo-en/health`);
    const rest = searched.page.getByRole("region", { name: "Which touchpoints rest on nothing?" });
    await expect(rest.getByRole("link", { name: "2 people" }).first()).toBeVisible();
    await expectNoViolation(searched.page, colorScheme);
    await searched.page.getByRole("button", { name: /^Show as a table: Which touchpoints/ }).click();
    await expect(
      rest.getByRole("row", { name: /A text message with my ticket number.*Assumption/ }),
    ).toBeVisible();
    await expectNoViolation(searched.page, colorScheme);
    await rest.getByRole("link", { name: "2 people" }).first().click();
    await expect(searched.page.getByRole("group", { name: "Filters in force" })).toBeVisible();
    await expect(searched.page.locator(".contact").first()).toBeVisible();
  });
}

test("axe finds nothing on the free canvas: a note in hand with its bar, an arrow from it to a card, a frame around it", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Beside the map");
  const { page, map } = await workshop.owner(journey);
  const [cardId = ""] = await map.cardIds();
  const [noteId = ""] = await workshop.command(
    journey,
    { name: "addShape", args: { kind: "note", at: { x: 420, y: 420 }, text: "Nobody says how long" } },
    {
      name: "addShape",
      args: { kind: "frame", at: { x: 380, y: 380 }, size: { width: 400, height: 320 }, text: "Waiting" },
    },
  );
  await workshop.command(journey, {
    name: "addShape",
    args: { kind: "arrow", from: { shapeId: noteId }, to: { touchpointId: cardId } },
  });
  await page.getByRole("button", { name: "Sticky note: Nobody says how long" }).click();
  await expect(page.locator(".shape--arrow")).toHaveCount(1);
  await expectNoViolation(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolation(page, "dark");
});

test("axe finds nothing on journeys above and below, earlier hopes, time to scale, personas of other journeys, and a participant's own note", async ({
  workshop,
}) => {
  const [above, below] = [await workshop.newJourney("The whole life"), await workshop.newJourney("A repair")];
  const [stageId] = await workshop.command(above, { name: "addStage", args: { index: 0, title: "Trouble" } });
  const [touchpointId] = await workshop.command(above, {
    name: "addTouchpoint",
    args: { stageId, title: "It breaks" },
  });
  const set = { leadsTo: below, waitMinutes: 90, expectation: { desired: 1 } };
  await workshop.command(
    above,
    { name: "setTouchpoint", args: { touchpointId, set } },
    { name: "setStage", args: { stageId, set: { leadsTo: "demo-en" } } },
    {
      name: "changeExpectation",
      args: { touchpointId, desired: 2, until: "2026-05-01", why: "A rival answers at night" },
    },
    {
      name: "takePersona",
      args: { from: { journeyId: below, personaId: "x" }, name: "Mika", goals: "Peace" },
    },
  );
  const ana = await workshop.owner(above);
  await ana.page.locator("html[data-hands]").waitFor();
  await ana.page.getByRole("button", { name: /^Stage Trouble,/ }).click();
  await expect(
    ana.page.getByRole("region", { name: "What the journey below rests on" }).getByRole("listitem").first(),
  ).toBeVisible();
  await expectNoViolation(ana.page);
  await ana.page.getByRole("button", { name: /^It breaks\./ }).click();
  await ana.page.getByRole("button", { name: "It has changed …" }).click();
  await expect(ana.page.getByLabel("Changed on")).toBeVisible();
  await expectNoViolation(ana.page);
  await ana.page.getByRole("button", { name: "Close" }).first().click();
  await ana.page.getByRole("button", { name: "Curves", exact: true }).click();
  await ana.page.getByRole("button", { name: "Show the curve of What was hoped for before" }).click();
  await ana.page.keyboard.press("Escape");
  await ana.page.getByRole("button", { name: "Filter and saved views" }).click();
  await ana.page.getByLabel("Time to scale").check();
  await expect(ana.page.getByRole("img", { name: /^90 minutes until the next/ })).toBeVisible();
  await expectNoViolation(ana.page);
  const views = ana.page.getByRole("complementary", { name: "What we look at" });
  await views.getByRole("button", { name: "Close" }).click();
  // What is taken away as a picture stands as the map does here.
  await ana.page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(ana.page.getByRole("menuitem", { name: "Picture (SVG)" })).toHaveAttribute(
    "href",
    /time=scale/,
  );
  await ana.page.keyboard.press("Escape");
  await ana.page.getByRole("button", { name: "Personas: whose journey this is" }).click();
  await ana.page.getByRole("button", { name: "Take one from another journey" }).click();
  await expect(ana.page.getByLabel("Search by name or situation")).toBeVisible();
  await expectNoViolation(ana.page);
  await ana.page.goto(`${workshop.server.url}/`);
  await expect(ana.page.getByRole("navigation", { name: "How the journeys hang together" })).toBeVisible();
  await expectNoViolation(ana.page);

  const pia = await workshop.join("Pia", above, "participant");
  await pia.page.getByRole("button", { name: "Add a note" }).click();
  await expectNoViolation(pia.page);
});

test("axe finds nothing on the way in", async ({ workshop, browser }) => {
  const context = await browser.newContext({ locale: "fi-FI" });
  const page = await context.newPage();
  await page.goto(`${workshop.server.url}/`);
  await expect(page.getByRole("heading", { name: "Kukaan ei ole kirjautunut" })).toBeVisible();
  await expectNoViolation(page);
  const made = await workshop.api.post(`${workshop.server.url}/api/v1/journeys/demo-fi/links`, {
    data: { role: "viewer" },
  });
  await page.goto(((await made.json()) as { url: string }).url);
  await expect(page.getByRole("textbox", { name: "Nimesi" })).toBeVisible();
  await expectNoViolation(page);
  await page.goto(`${workshop.server.url}/join#no-such-link`);
  await page.reload();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectNoViolation(page);
  await context.close();
});

test("a map is made by keyboard alone: stage, touchpoint, title, cell, curve, move, feedback, undo", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("By keyboard");
  const { page, map } = await workshop.owner(journey);
  await map.press("ArrowRight");
  await map.press("n");
  await page.keyboard.type("Soitan asiakaspalveluun");
  await map.press("Escape");
  await expect(map.card("Soitan asiakaspalveluun")).toBeVisible();
  await expect(page.getByRole("button", { name: /Stage Before, 2 touchpoints/ })).toBeVisible();
  await map.press("Alt+ArrowRight");
  await expect(page.getByRole("button", { name: /Stage During, 2 touchpoints/ })).toBeVisible();
  await map.press("e");
  await map.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
  await expect(page.getByRole("slider", { name: /Soitan asiakaspalveluun/ })).toHaveAttribute(
    "aria-valuenow",
    "1",
  );
  await map.press("Shift+ArrowDown", "ArrowDown", "Enter");
  await page.keyboard.type("Nopea vastaus");
  await map.press("Escape");
  await expect(
    page.getByRole("button", { name: "Expectations Soitan asiakaspalveluun Nopea vastaus" }),
  ).toBeVisible();
  await map.press("s");
  await page.keyboard.type("Jälkihoito");
  await map.press("Escape");
  await expect(map.stage("Jälkihoito")).toBeVisible();
  await map.press("Control+z");
  await expect(map.stage("Jälkihoito")).toHaveCount(0);
  await map.saved();
});
