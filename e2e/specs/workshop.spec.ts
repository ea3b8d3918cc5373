import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { bots } from "../bots.ts";
import { WorkshopPage } from "../pages/workshop.ts";
import { expect, test } from "../people.ts";
import { replicaIn, sameState } from "../replica.ts";

const finnish = { locale: "fi-FI" };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, ...finnish };
const journey = "demo-fi";

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

test("twenty people go through the listening workshop in Finnish, its facilitator by keyboard alone: what is private stays so until it is revealed, what came of it can be read, and all twenty hold the very same map", async ({
  workshop,
}) => {
  const vera = await workshop.owner(journey, finnish);
  const ana = await workshop.join("Ana", journey, "participant", phone);
  const ben = await workshop.join("Ben", journey, "participant", finnish);
  const others = await bots(workshop, journey, 17);
  const [lead, hand, third] = [vera, ana, ben].map(({ page }) => new WorkshopPage(page));
  if (!lead || !hand || !third) throw new Error("nobody is there");
  const everybody = [lead, hand, third];
  const press = async (name: string): Promise<void> => {
    const button = vera.page.getByRole("button", { name, exact: true });
    // A button that is disabled takes no focus, and the key would go to the one before it.
    await expect(button).toBeEnabled();
    await button.focus();
    await expect(button).toBeFocused();
    await vera.page.keyboard.press("Enter");
  };
  const next = async (title: string): Promise<void> => {
    await press("Seuraava kohta");
    for (const one of everybody) await one.at(title);
  };

  // All twenty hold a socket to the room: they see one another, by cursor too, and go along with the facilitator.
  for (const bot of others) {
    await expect.poll(() => bot.others().length).toBe(19);
    bot.pointAt(400, 300);
    bot.follow("Owner");
  }
  await expect(vera.page.locator(".cursor")).toHaveCount(17);
  await expect(ben.page.locator('.cursor[data-person="Botti 16"]')).toBeVisible();

  // 1 · The opener: written in private, revealed, sorted into human or not.
  await press("Työpaja");
  await expect(vera.page.getByRole("dialog")).toContainText("Yhteensä 120 minuuttia");
  await press("Aloita");
  for (const one of everybody) await one.at("Missä olet saanut toistuvasti erinomaista palvelua, ja miksi?");
  await press("Käynnistä ajastin");
  await expect(hand.timer()).toHaveText(/^9:5\d$/);
  await hand.write("Leipomo muisti koirani nimen");
  await Promise.all(others.map((bot, n) => bot.write("opener", `Lähikauppa ${n}`)));
  await expect(lead.dock).toContainText("Kirjoittajia 18, lappuja 18");
  await expect(vera.page.locator("body")).not.toContainText("Leipomo");
  await sound(ana.page);
  await press("Paljasta laput");
  await expect(hand.note("Leipomo")).toBeVisible();
  await press("Hyvän teki ihminen: Leipomo muisti koirani nimen");
  await expect(hand.dock).toContainText("1/18 kertoo toisesta ihmisestä");

  // 2 · The curve they believe in, before anything that customers said is on a screen.
  await next("Mitä uskomme asiakkaan tuntevan, ja missä?");
  await expect(vera.page.locator(".emotion").first()).toBeHidden();
  await hand.dock.getByRole("slider").first().fill("2");
  await sound(ana.page);
  await Promise.all(others.map((bot) => bot.draw("believe", 1.5)));
  await expect(lead.dock).toContainText("18 on piirtänyt");
  await press("Paljasta käyrät");
  for (const one of everybody) await expect(one.dock).toContainText("Tiimin käyrä: 18 piirsi");
  await expect(third.dock).toContainText("Missä olimme väärässä");
  await expect(vera.page.locator(".emotion").first()).toBeVisible();

  // 3 · Everybody walks as the customer, led by the keys.
  await next("Kuunnelkaa yhdessä");
  await press("Kulje asiakkaana");
  await press("Kaikki kulkevat mukana");
  await vera.page.keyboard.press("ArrowRight");
  await vera.page.keyboard.press("ArrowRight");
  for (const { page } of [ana, ben]) await expect(page.locator(".walk")).toContainText("Hetki 3/14");
  await sound(ana.page);
  await vera.page.keyboard.press("Escape");
  for (const { page } of [vera, ana, ben]) await expect(page.locator(".walk")).toHaveCount(0);

  // 4 · What it did to them: the team's own.
  await next("Mitä se teki sinulle?");
  await hand.dock.getByRole("button", { name: "kurja" }).click();
  await hand.write("Hävetti");
  await press("Paljasta laput");
  await expect(third.note("Hävetti")).toContainText("kurja");

  // 5 · On the map, held where the facilitator is; meanwhile a customer draws their own curve by a link.
  await next("Sijoittakaa sitaatit kohtaamispisteisiin");
  await press("Tuo kaikki tähän ja pidä kartta paikallaan");
  await expect(ben.page.getByText("Vetäjä pitää kartan tässä kohdassa")).toBeVisible();
  await expect(ben.page.locator(".zoom-tools")).toHaveCount(0);
  const before = others[0]?.sees();
  await vera.page.locator(".card").first().focus();
  await vera.page.keyboard.press("+");
  await expect
    .poll(() => others.every((bot) => (bot.sees()?.width ?? Infinity) < (before?.width ?? 0)))
    .toBe(true);
  others[5]?.react("👏");
  await expect(ben.page.locator(".reactions")).toContainText("👏 Botti 5");
  const links = `${workshop.server.url}/api/v1/journeys/${journey}/participant-links`;
  const made = await workshop.api.post(links, { data: { asks: "customer", title: "Marraskuun käyrät" } });
  const customer = await ana.context.newPage();
  await customer.goto(((await made.json()) as { url: string }).url);
  await customer.getByRole("checkbox").check();
  await customer.getByRole("button", { name: "Aloita" }).click();
  const moment = customer.getByRole("slider").first();
  await moment.fill("-2");
  await customer.getByRole("textbox").first().fill("Ruutu pimeni kesken palkkojen");
  await customer.getByRole("button", { name: "Lähetä" }).click();
  await expect(customer.getByRole("heading", { name: "Kiitos" })).toBeVisible();
  const told = (await (await workshop.api.get(links)).json()) as { items: { answers: number }[] };
  expect(told.items.map(({ answers }) => answers)).toEqual([1]);
  await customer.close();

  // 6, 7 · Let go again; what would mend it.
  await next("Meidän käyrä, heidän käyrä: missä olimme väärässä?");
  await expect(ben.page.getByText("Vetäjä pitää kartan tässä kohdassa")).toHaveCount(0);
  await next("Mikä korjaisi sen?");
  await hand.write("Minna soittaa takaisin samana päivänä");
  await Promise.all(others.map((bot, n) => bot.write("ideate", `Ehdotus ${n}`)));
  await expect(lead.dock).toContainText("Kirjoittajia 18, lappuja 18");
  await press("Paljasta laput");

  // 8 · The vote: secret until it is closed, also for a phone that was away.
  await next("Kolme ääntä jokaiselle");
  const give = hand.dock.getByRole("button", { name: /^Anna ääni: Minna/ });
  await give.click();
  await expect(hand.dock).toContainText("2 ääntä jäljellä");
  await Promise.all(others.map((bot) => bot.voteFor("vote", "Minna soittaa")));
  await expect(lead.dock).toContainText("18 on äänestänyt");
  await expect(lead.dock.locator(".ballot__sum")).toHaveCount(0);
  await ana.page.reload();
  await hand.at("Kolme ääntä jokaiselle");
  await expect(hand.dock).toContainText("2 ääntä jäljellä");
  await press("Sulje äänestys");
  for (const one of everybody) await expect(one.dock.locator(".ballot__sum").first()).toHaveText("18 ääntä");
  await press("Tee tehtäväksi: Minna soittaa takaisin samana päivänä");
  await sound(vera.page);

  // 9 · The end, and what came of it.
  await next("Kuka kertoo kenellekin asiakkaalle, ja milloin?");
  await press("Päätä työpaja");
  await press("Päätä kaikilta");
  for (const one of everybody) await expect(one.dock).toHaveCount(0);
  await expect(ana.page.getByRole("status").filter({ hasText: "Työpaja on päättynyt." })).toHaveCount(1);
  await vera.page.getByRole("link", { name: "Lue, mitä siitä jäi" }).press("Enter");
  const summary = vera.page.locator(".summary");
  await expect(summary.getByRole("heading", { name: "Kuuntelutyöpaja" })).toBeVisible();
  await expect(summary).toContainText("1. Minna soittaa takaisin samana päivänä · 18 ääntä");
  await expect(summary).toContainText("Minna soittaa takaisin samana päivänä · Ei vielä tekijää");
  await expect(summary).toContainText("Leipomo muisti koirani nimen");
  await expect(summary.getByRole("heading", { name: "Mikä kartalla muuttui" })).toBeVisible();
  await sound(vera.page);

  // Every replica, the browsers' and the bots', is the same to the last letter, with the customer's pins in it.
  for (const page of [vera.page, ana.page, ben.page])
    await expect
      .poll(async () => {
        const kept = await replicaIn(page, journey);
        return others.filter(({ doc }) => !sameState(doc, kept)).map(({ name }) => name);
      })
      .toEqual([]);
  for (const bot of others) bot.leave();
});
