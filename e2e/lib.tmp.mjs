import { chromium } from "playwright";
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
const log = readFileSync("/tmp/lib-server.log", "utf8");
const link = /(http:\S+sign-in#\S+)/.exec(log)[1];
const b = await chromium.launch({ executablePath: "/usr/bin/chromium" });
const ctx = await b.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
const page = await ctx.newPage();
page.on("console", (m) => {
  if (m.type() === "error" || m.type() === "warning") console.log("CONSOLE", m.text().slice(0, 400));
});
page.on("pageerror", (e) => console.log("PAGEERROR", e.message));
await page.goto(link);
await page.waitForURL("http://127.0.0.1:4977/");
await ctx.storageState({ path: "/tmp/lib-state.json" });
await page.locator("a[href*='/j/']").first().click();
await page.locator(".card").first().waitFor();
const shot = (n) => page.screenshot({ path: `/tmp/libshots/${n}.png` });
const axe = async (n, sel) => {
  let a = new AxeBuilder({ page });
  if (sel) a = a.include(sel);
  const r = await a.analyze();
  for (const v of r.violations)
    console.log(
      "AXE",
      n,
      v.id,
      v.impact,
      v.nodes.slice(0, 3).map((x) => x.target.join(" ") + " :: " + x.failureSummary?.split("\n")[1]),
    );
};
await page.waitForTimeout(800);
await page.keyboard.press("q");
await page.locator(".library").waitFor();
await page.waitForTimeout(800);
await shot("01-contacts");
await axe("contacts", ".library");
// import by keyboard
await page.keyboard.press("Shift+Tab");
console.log("focused", await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120)));
await page.getByRole("button", { name: "Import", exact: true }).focus();
await page.keyboard.press("Enter");
await page.getByRole("button", { name: "Choose files" }).waitFor();
await page.waitForTimeout(300);
console.log("focused", await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120)));
await shot("02-wizard-files");
await axe("files", ".dialog");
console.log("before", await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120)));
const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
await chooser.setFiles(["e2e/data/survey-1000.csv", "e2e/data/zoom.vtt", "e2e/data/teams.vtt"]);
await page.getByText("Which column says what").waitFor();
await page.waitForTimeout(300);
await shot("03-wizard-content");
await axe("content", ".dialog");
await page.locator(".dialog").evaluate((d) => d.scrollTo(0, 9999));
await shot("04-wizard-columns");
await page.getByRole("button", { name: "Next", exact: true }).click();
await page.getByLabel("How it was heard").waitFor();
await shot("05-wizard-facts");
await axe("facts", ".dialog");
await page.getByLabel("How many were asked").fill("4000");
await page.getByLabel("How many answered").fill("1000");
await page.getByRole("button", { name: "Next", exact: true }).click();
await page.getByText("Mask them before").waitFor();
await shot("06-wizard-privacy");
await axe("privacy", ".dialog");
await page.locator(".dialog").getByRole("button", { name: "Import", exact: true }).click();
await page.waitForTimeout(150);
await shot("07-wizard-progress");
await page.getByRole("button", { name: "Next file" }).waitFor({ timeout: 30000 });
await page.waitForTimeout(300);
await shot("08-wizard-result");
await axe("result", ".dialog");
for (let i = 0; i < 2; i++) {
  await page.getByRole("button", { name: "Next file" }).click();
  await page.getByText("Who is who").waitFor();
  await page.waitForTimeout(200);
  if (i === 0) {
    await shot("09-wizard-speakers");
    await axe("speakers", ".dialog");
  }
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByLabel("How it was heard").waitFor();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("Mask them before").waitFor();
  if (i === 0) await shot("10-privacy-vtt");
  await page.locator(".dialog").getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "Imported", exact: true }).waitFor({ timeout: 30000 });
  await page.waitForTimeout(500);
}
await page.getByRole("button", { name: "See what was said" }).click();
await page.waitForTimeout(600);
await shot("11-after-import");
await page.getByLabel("Source", { exact: true }).selectOption("");
await page.getByRole("searchbox").fill("soitti");
await page.waitForTimeout(700);
await shot("12-search");
await axe("search", ".library");
await page.getByRole("searchbox").press("ArrowDown");
await page.keyboard.press("Enter");
await page.locator(".reading__text").waitFor();
await page.waitForTimeout(400);
console.log("focused", await page.evaluate(() => document.activeElement?.className));
await page.keyboard.press("ArrowDown");
await page.keyboard.press("1");
await page.waitForTimeout(200);
await shot("13-reading");
await axe("reading", ".library");
await page.keyboard.press("Enter");
await page.locator(".quote-card").waitFor();
await page.waitForTimeout(400);
console.log("focused", await page.evaluate(() => document.activeElement?.textContent));
await shot("14-quoted");
await page.keyboard.press("Enter");
await page.locator(".pin__places").waitFor();
await page.waitForTimeout(300);
console.log("focused", await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 150)));
await shot("15-pin");
await axe("pin", ".dialog");
await page.keyboard.type("call");
await page.waitForTimeout(200);
await shot("16-pin-search");
await page.keyboard.press("Enter");
await page.waitForTimeout(600);
await shot("17-pinned");
console.log("focused", await page.evaluate(() => document.activeElement?.textContent?.slice(0, 80)));
await page.getByRole("tab").count();
await page.keyboard.press("Escape");
await page.waitForTimeout(300);
await page.getByRole("tab", { name: "Quotes" }).click();
await page.waitForTimeout(500);
await shot("18-quotes");
await axe("quotes", ".library");
await page.getByRole("searchbox").fill("");
await page.waitForTimeout(500);
await shot("18b-quotes");
await page.getByRole("tab", { name: "Sources" }).click();
await page.waitForTimeout(300);
await shot("19-sources");
await axe("sources", ".library");
await page.getByRole("button", { name: /^Erase survey/ }).click();
await page.waitForTimeout(300);
await shot("20-erase");
await axe("erase", ".dialog");
await b.close();
