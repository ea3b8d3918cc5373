import { expect, test, type Person } from "../people.ts";

/** What the list of comments shows: the inspector has a part of the same name beside it. */
const shownAt = (person: Person) => person.page.getByRole("group", { name: "What is shown" });

test("a comment is made on a card by keyboard, calls somebody by name in their window, is answered, becomes a task and is resolved", async ({
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

  // What was agreed becomes a task with who and by when; whoever does it says so.
  await thread.getByRole("button", { name: "Make it a task" }).click();
  await pasi.page.getByRole("textbox", { name: "Who", exact: true }).fill("Pasi");
  await pasi.page.getByLabel("By when").fill("2026-12-01");
  await pasi.page.getByRole("button", { name: "Keep the task" }).click();
  await shownAt(pasi).getByRole("button", { name: "Tasks" }).click();
  await pasi.page.getByRole("checkbox", { name: "kuka voisi vaihtaa lauseen" }).click();
  await shownAt(kaisa).getByRole("button", { name: "Tasks" }).click();
  await expect(kaisa.page.locator(".task")).toContainText("Pasi · by Dec 1, 2026 · done, Pasi");
  await kaisa.page.getByRole("button", { name: "Open", exact: true }).click();
  await pasi.page.getByRole("button", { name: "Open", exact: true }).click();

  const own = kaisa.page.locator(".thread");
  await expect(own).toContainText("Minä vaihdan sen.");
  await own.getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toHaveCount(0);
  await expect(pasi.map.thing(`touchpoint:${first}`)).not.toContainText("open comment");
  await expect(pasi.page.getByRole("button", { name: "Comments", exact: true })).toBeVisible();
});
