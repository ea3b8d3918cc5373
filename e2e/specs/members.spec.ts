import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../people.ts";

const password = "a long walk to the post office";

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
}

test("somebody is invited, works, signs out and in again, and is suspended while a journey is open", async ({
  workshop,
  browser,
}) => {
  const { url } = workshop.server;
  const journey = await workshop.newJourney("A house for Ana");
  const { page: owner } = await workshop.owner();
  await owner.getByRole("link", { name: /your account/ }).click();
  await owner.getByRole("textbox", { name: /E-mail address \(may/ }).fill("ana@example.org");
  await owner.getByRole("button", { name: "Make an invitation" }).click();
  const invitation = await owner.getByRole("textbox", { name: "Invitation" }).inputValue();
  expect(invitation).toMatch(/\/invite#[\w-]{43}$/);
  await expectNoViolation(owner);

  const context = await browser.newContext({ locale: "en-GB" });
  const ana = await context.newPage();
  await ana.goto(invitation);
  await expect(ana.getByRole("textbox", { name: "E-mail address" })).toHaveValue("ana@example.org");
  await ana.getByRole("textbox", { name: "Your name" }).fill("Ana");
  await ana.getByLabel("Password").fill(password);
  await expectNoViolation(ana);
  await ana.getByRole("button", { name: "Begin" }).click();
  await expect(ana.getByText("A house for Ana")).toBeVisible();

  await ana.getByRole("link", { name: /your account/ }).click();
  await expect(ana.getByText("This browser")).toBeVisible();
  await expect(ana.getByRole("heading", { name: "Who works here" })).toBeHidden();
  await ana.getByRole("button", { name: "Sign out" }).click();
  await ana.getByRole("link", { name: "Sign in" }).click();
  await ana.getByRole("textbox", { name: "E-mail address" }).fill("ana@example.org");
  await ana.getByLabel("Password").fill("something else");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await expect(ana.getByText("do not belong together")).toBeVisible();
  await expectNoViolation(ana);
  await ana.getByLabel("Password").fill(password);
  await ana.getByRole("button", { name: "Sign in" }).click();
  await expect(ana.getByText("A house for Ana")).toBeVisible();

  await ana.goto(`${url}/j/${journey}`);
  await expect(ana.getByText("Saved", { exact: true })).toBeVisible();
  await owner.reload();
  await owner.getByRole("button", { name: /^Suspend Ana/ }).click();
  await expect(ana.getByText(/Your sign-in has ended/)).toBeVisible();
  await owner.getByRole("button", { name: /^Let Ana/ }).click();
  await owner.getByRole("button", { name: "Remove Ana" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(owner.getByText("Ana works here no more.")).toBeVisible();
  await context.close();
});

test("whoever may see a journey stands in its share dialog, and a guest who edits meets no library", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Moving house");
  const guest = await workshop.join("Gaia", journey);
  await guest.page.getByRole("button", { name: "Library" }).click();
  await expect(guest.page.getByText("open to the members of this Polku")).toBeVisible();
  // Who comes in is the owner's to decide: others meet no control that would only refuse them.
  await expect(guest.page.getByRole("button", { name: "Share", exact: true })).toHaveCount(0);
  const owner = await workshop.owner(journey);
  await owner.page.getByRole("button", { name: "Share", exact: true }).click();
  const list = owner.page.getByRole("list", { name: "Who may see this journey" });
  await expect(list).toContainText("Gaia · editor · by a link");
  await owner.page.getByRole("button", { name: /^Take the link back/ }).click();
  await expect(list).not.toContainText("Gaia");
  await expect(owner.page.getByText("No links yet.")).toBeVisible();
  await expect(guest.page.getByText(/Your access to this journey has ended/)).toBeVisible();
});
