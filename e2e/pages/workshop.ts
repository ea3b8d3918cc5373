import { expect, type Locator, type Page } from "@playwright/test";

/** What a person can do in a workshop, by the words they see. */
export class WorkshopPage {
  readonly dock: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dock = page.locator(".dock");
  }

  async at(title: string): Promise<void> {
    await expect(this.dock.getByRole("heading", { name: title })).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await this.dock.getByRole("textbox").fill(text);
    await this.page.keyboard.press("Enter");
    await expect(this.dock.locator(".note--own", { hasText: text })).toBeVisible();
  }

  note(text: string): Locator {
    return this.dock.locator(".note", { hasText: text });
  }

  timer(): Locator {
    return this.dock.getByRole("timer");
  }
}
