import { expect, test } from "../people.ts";

test("a comment is made on a card by keyboard, calls somebody by name in their window, is answered and resolved", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Kommentit");
  const kaisa = await workshop.owner(journey);
  const pasi = await workshop.join("Pasi", journey, "commenter");
  const [first = ""] = await kaisa.map.cardIds();
  await kaisa.map.rename(kaisa.map.thing(`touchpoint:${first}`), "Ensimmäinen puhelu");
  await kaisa.page.keyboard.press("c");
  const field = kaisa.page.getByRole("textbox", { name: "Comment on “Ensimmäinen puhelu”" });
  await field.fill("@Pasi kuka voisi vaihtaa lauseen tänään?");
  await kaisa.page.keyboard.press("Control+Enter");

  await pasi.page.getByRole("button", { name: "Comments, 1 calls you" }).click();
  const thread = pasi.page.getByRole("complementary", { name: "Comments" }).locator(".thread");
  await expect(thread).toContainText("@Pasi kuka voisi vaihtaa lauseen tänään?");
  await expect(pasi.map.thing(`touchpoint:${first}`)).toContainText("1 open comment");
  await thread.getByRole("button", { name: "Answer" }).click();
  await pasi.page.keyboard.type("Minä vaihdan sen.");
  await thread.getByRole("button", { name: "Send the answer" }).click();

  const own = kaisa.page.locator(".thread");
  await expect(own).toContainText("Minä vaihdan sen.");
  await own.getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toHaveCount(0);
  await expect(pasi.map.thing(`touchpoint:${first}`)).not.toContainText("open comment");
  await expect(pasi.page.getByRole("button", { name: "Comments", exact: true })).toBeVisible();
});
