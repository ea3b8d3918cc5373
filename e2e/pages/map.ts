import { expect, type Locator, type Page } from "@playwright/test";

/** What a person can do on the map. */
export class MapPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The journey is on the screen, as a map or, on a phone, as an outline; it obeys the keyboard; and everything is saved. */
  async ready(): Promise<void> {
    await expect(this.page.locator(".card, .outline__touchpoint").first()).toBeVisible();
    await expect(this.page.locator("html[data-hands]")).toBeAttached();
    await this.saved();
  }

  /** The interface says that all is on the server's disk. */
  async saved(): Promise<void> {
    await expect(this.page.locator(".connection[data-state=saved]")).toBeVisible();
  }

  thing(key: string): Locator {
    return this.page.locator(`[data-thing="${key}"]`);
  }

  card(title: string): Locator {
    return this.page.locator(".card-frame").filter({ hasText: title });
  }

  stage(title: string): Locator {
    return this.page.locator(".stage-head").filter({ hasText: title });
  }

  /** Ids of the cards of the main path and of open branches, left to right. */
  async cardIds(): Promise<string[]> {
    const keys = await this.page
      .locator(".card-frame")
      .evaluateAll((frames) => frames.map((frame) => frame.getAttribute("data-thing") ?? ""));
    return keys.map((key) => key.replace("touchpoint:", ""));
  }

  /** Presses a key while nothing is being typed. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Selects a card and types its title. */
  async rename(card: Locator, title: string): Promise<void> {
    await card.click();
    await this.page.keyboard.press("Enter");
    const text = card.locator("textarea");
    await text.fill(title);
    await this.page.keyboard.press("Escape");
  }

  /** Opens the text of a cell for typing. */
  async openCell(lane: string, touchpointId: string): Promise<Locator> {
    const cell = this.thing(`cell:${lane}/${touchpointId}`);
    await cell.click();
    await this.page.keyboard.press("Enter");
    const text = cell.locator("textarea").first();
    await expect(text).toBeFocused();
    return text;
  }

  async cellText(lane: string, touchpointId: string): Promise<string> {
    return this.thing(`cell:${lane}/${touchpointId}`).innerText();
  }
}
