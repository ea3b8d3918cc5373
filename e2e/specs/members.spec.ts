import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { codeShown } from "../authenticator.ts";
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

test("a member sets up a second factor on a phone, signs in by it, and comes in by a recovery code when the phone is lost", async ({
  workshop,
}) => {
  const { url } = workshop.server;
  const made = await workshop.api.post(`${url}/api/v1/invitations`, { data: { role: "viewer" } });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await workshop.stranger(((await made.json()) as { url: string }).url, phone);
  await page.getByRole("textbox", { name: "Your name" }).fill("Sara");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("sara@example.org");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("link", { name: /your account/ }).click();

  await page.getByRole("button", { name: "Set it up" }).click();
  const proof = page.locator("form", { has: page.getByRole("button", { name: "Go on" }) });
  await proof.getByLabel("Present password").fill(password);
  await proof.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: /authenticator app reads/ })).toBeVisible();
  const secret = await page.locator(".account__secret").innerText();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText(/This code is not right/)).toBeVisible();
  await expectNoViolation(page);
  await page.getByLabel("Code", { exact: true }).fill(codeShown(secret));
  await page.getByRole("button", { name: "Turn it on" }).click();
  const codes = page.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText(/10 recovery codes are left/)).toBeVisible();

  const signIn = async (code: string): Promise<void> => {
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill("sara@example.org");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(/Give the code of your second factor too/)).toBeVisible();
    await expectNoViolation(page);
    await page.getByLabel("Code", { exact: true }).fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: /your account/ }).click();
  };
  await signIn(codeShown(secret, 1));
  await signIn(recovery);
  await expect(page.getByText(/9 recovery codes are left/)).toBeVisible();

  const { page: owner } = await workshop.owner();
  await owner.getByRole("link", { name: /your account/ }).click();
  await owner.getByRole("button", { name: "Sara has lost the second factor" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Turn it off" }).click();
  await expect(owner.getByText("Sara signs in by password alone now.")).toBeVisible();
});
