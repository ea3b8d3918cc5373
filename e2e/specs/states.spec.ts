import { expect, test } from "../people.ts";

test("a future state is made of a journey, changed, and read beside its original, in words and scrolled as one", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Home delivery");
  const ana = await workshop.owner(journey);
  const { page } = ana;
  await page.locator("html[data-hands]").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("make a future");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the journey")).toHaveValue("Home delivery, future state");
  await page.locator("html[data-hands]").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("add a stage");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "A future state. Side by side with “Home delivery”" }).click();
  const differences = page.getByRole("list", { name: "What was done" }).getByRole("listitem");
  await expect(differences).toHaveText([/^New stage/]);
  const [now, then] = [
    page.getByRole("region", { name: "The map of “Home delivery”," }),
    page.getByRole("region", { name: "The map of “Home delivery, future state”," }),
  ];
  await expect(now.getByRole("img")).toBeVisible();
  await expect(then.getByRole("img")).toBeVisible();
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByRole("button", { name: "Larger" }).click();
  await now.evaluate((box) => box.scrollTo({ left: 200, behavior: "instant" }));
  await expect.poll(() => then.evaluate((box) => box.scrollLeft)).toBe(200);

  await page.goto(`${workshop.server.url}/`);
  await page.getByRole("link", { name: "Now and future side by side: “Home delivery”" }).click();
  await expect(differences).toHaveText([/^New stage/]);
});
