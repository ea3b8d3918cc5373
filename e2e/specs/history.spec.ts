import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "../people.ts";

test("an earlier version is found, looked at, compared and brought back while somebody is in the journey", async ({
  workshop,
}) => {
  const id = await workshop.newJourney("Moving house");
  const [stage] = await workshop.command(id, { name: "addStage", args: { title: "The move", index: 0 } });
  const ana = await workshop.join("Ana", id);
  await ana.page.getByRole("link", { name: /^History/ }).click();

  await ana.page.getByRole("button", { name: "Name this version" }).click();
  await ana.page.getByRole("textbox", { name: "Name of the version" }).fill("After the workshop");
  await ana.page.keyboard.press("Enter");
  const version = ana.page.getByRole("button", { name: /After the workshop/ });
  await expect(version).toBeVisible();
  await expect(ana.page.getByRole("region", { name: /^The journey of/ })).toContainText("Untitled");

  const owner = await workshop.owner(id);
  await workshop.command(
    id,
    { name: "addTouchpoint", args: { stageId: stage, title: "The lost box" } },
    { name: "editText", args: { on: "stages", id: stage, key: "title", text: "Regretted" } },
  );
  await expect(owner.map.card("The lost box")).toBeVisible();

  await version.click();
  await ana.page
    .getByRole("combobox", { name: "Compared with" })
    .selectOption({ label: "the journey of now" });
  const changes = ana.page.getByRole("list", { name: "What was done" });
  await expect(changes).toContainText("Stage “The move” is called “Regretted”");
  await expect(changes).toContainText("New touchpoint “The lost box” in “Regretted”");
  const { violations } = await new AxeBuilder({ page: ana.page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);

  await ana.page.getByRole("button", { name: "Bring this version back" }).click();
  await ana.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(ana.page.getByText("The state before is kept as a version.")).toBeVisible();
  await expect(owner.map.card("The lost box")).toBeHidden();
  await ana.page.getByRole("link", { name: /^History/ }).click();
  await expect(ana.page.getByRole("button", { name: /Before Ana brought back/ })).toBeVisible();
});

test("a reader is not shown what was taken out", async ({ workshop }) => {
  const id = await workshop.newJourney("Moving house");
  const reader = await workshop.join("Rea", id, "viewer");
  await expect(reader.page.getByRole("link", { name: /^History/ })).toBeHidden();
  await reader.page.goto(`${workshop.server.url}/j/${id}/history`);
  await expect(reader.page.getByText("Your role does not allow this.")).toBeVisible();
});

test("a journey is deleted from its own window: whoever has it open leaves, and it comes back as it was", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Short lived");
  const ana = await workshop.owner(journey);
  const ben = await workshop.join("Ben", journey);
  const [first = ""] = await ana.map.cardIds();
  await ana.map.rename(ana.map.thing(`touchpoint:${first}`), "I call");
  await ana.map.saved();
  await ana.page.getByRole("button", { name: "Settings", exact: true }).click();
  await ana.page.getByRole("button", { name: "Delete the journey" }).click();
  await expect(ana.page.getByRole("button", { name: "Keep it" })).toBeFocused();
  await ana.page.getByRole("button", { name: "Delete the journey" }).click();
  await expect(ana.page.getByText("Deleted: Short lived. It can be brought back for 30 days.")).toBeVisible();
  await expect(ben.page.getByText("There is no such journey, or not any more.")).toBeVisible();
  await ana.page.getByRole("link", { name: "Deleted journeys" }).click();
  await ana.page.getByRole("button", { name: "Bring back: Short lived" }).click();
  await expect(ana.page.getByText("It is among the journeys again: Short lived")).toBeVisible();
  await ana.page.goto(`${workshop.server.url}/j/${journey}`);
  await expect(ana.map.card("I call")).toBeVisible();
});
