import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "../people.ts";
import { WorkshopPage } from "../pages/workshop.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("a workshop in Finnish: the facilitator by keyboard alone, a participant on a phone; drafts and dots are nobody else's until they are revealed", async ({
  workshop,
}) => {
  const journey = await workshop.newJourney("Työpaja");
  const vera = await workshop.owner(journey, { locale: "fi-FI" });
  const ana = await workshop.join("Ana", journey, "participant", { ...phone, locale: "fi-FI" });
  const [lead, hand] = [new WorkshopPage(vera.page), new WorkshopPage(ana.page)];
  const press = async (name: string): Promise<void> => {
    const button = vera.page.getByRole("button", { name, exact: true });
    // A button that is disabled takes no focus, and the key would go to the one before it.
    await expect(button).toBeEnabled();
    await button.focus();
    await expect(button).toBeFocused();
    await vera.page.keyboard.press("Enter");
  };

  await press("Työpaja");
  await expect(vera.page.getByRole("dialog")).toContainText("Yhteensä 120 minuuttia");
  await press("Aloita");
  for (const one of [lead, hand])
    await one.at("Missä olet saanut toistuvasti erinomaista palvelua, ja miksi?");
  await press("Käynnistä ajastin");
  await expect(hand.timer()).toHaveText(/^9:5\d$/);

  await hand.write("Leipomo muisti koirani nimen");
  await expect(lead.dock).toContainText("Kirjoittajia 1, lappuja 1");
  await expect(vera.page.locator("body")).not.toContainText("Leipomo");
  expect((await new AxeBuilder({ page: ana.page }).analyze()).violations).toEqual([]);
  await press("Paljasta laput");
  await expect(hand.note("Leipomo")).toBeVisible();
  await press("Hyvän teki ihminen: Leipomo muisti koirani nimen");
  await expect(hand.dock).toContainText("1/1 kertoo toisesta ihmisestä");

  await press("Tuo kaikki tähän ja pidä kartta paikallaan");
  await expect(ana.page.getByText("Vetäjä pitää kartan tässä kohdassa")).toBeVisible();
  await expect(ana.page.locator(".zoom-tools")).toHaveCount(0);
  await expect(vera.page.locator(".zoom-tools")).toHaveCount(1);
  await press("Seuraava kohta");
  await expect(ana.page.getByText("Vetäjä pitää kartan tässä kohdassa")).toHaveCount(0);
  for (const one of [lead, hand]) await expect(one.dock).toContainText("Kohta 2/9");
  for (let step = 2; step < 7; step += 1) {
    await press("Seuraava kohta");
    for (const one of [lead, hand]) await expect(one.dock).toContainText(`Kohta ${step + 1}/9`);
  }
  for (const one of [lead, hand]) await one.at("Mikä korjaisi sen?");
  await hand.write("Minna soittaa takaisin samana päivänä");
  await press("Paljasta laput");
  await press("Seuraava kohta");
  for (const one of [lead, hand]) await one.at("Kolme ääntä jokaiselle");
  const give = hand.dock.getByRole("button", { name: /^Anna ääni: Minna/ });
  await give.click();
  await expect(hand.dock).toContainText("2 ääntä jäljellä");
  await expect(lead.dock).toContainText("1 on äänestänyt");
  await expect(lead.dock.locator(".ballot__sum")).toHaveCount(0);

  await ana.page.reload();
  await hand.at("Kolme ääntä jokaiselle");
  await expect(hand.dock).toContainText("2 ääntä jäljellä");
  await press("Sulje äänestys");
  for (const one of [lead, hand]) await expect(one.dock.locator(".ballot__sum").first()).toHaveText("1 ääni");
  expect((await new AxeBuilder({ page: vera.page }).analyze()).violations).toEqual([]);

  await press("Seuraava kohta");
  for (const one of [lead, hand]) await one.at("Kuka kertoo kenellekin asiakkaalle, ja milloin?");
  await press("Päätä työpaja");
  await press("Päätä kaikilta");
  await expect(hand.dock).toHaveCount(0);
  await expect(ana.page.locator(".toasts")).toContainText("Työpaja on päättynyt.");
});
