import { expect, type Locator, type Page } from "@playwright/test";

/** What a person can do in the research library. Everything here is done by the keyboard. */
export class LibraryPage {
  readonly page: Page;
  readonly panel: Locator;
  readonly wizard: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.locator(".library");
    this.wizard = page.getByRole("dialog", { name: "Import what customers said" });
    // From the start: asked for only when the key is pressed, the browser may open its own chooser first, and nobody hears of it.
    page.on("filechooser", () => undefined);
  }

  /** Opens the panel; the search has the focus. */
  async open(): Promise<void> {
    await this.page.keyboard.press("q");
    await expect(this.panel.getByRole("searchbox")).toBeFocused();
  }

  /** Goes with Tab to a control, as somebody without a mouse has to. */
  async tabTo(control: Locator, { back = false } = {}): Promise<void> {
    await expect(control).toBeVisible();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
    }
    throw new Error("The control cannot be reached with Tab");
  }

  async press(control: Locator, options: { back?: boolean } = {}): Promise<void> {
    await this.tabTo(control, options);
    await this.page.keyboard.press("Enter");
  }

  /** Opens the wizard and hands it files. */
  async giveFiles(paths: readonly string[]): Promise<void> {
    await this.press(this.panel.getByRole("button", { name: "Import", exact: true }), { back: true });
    const choose = this.wizard.getByRole("button", { name: "Choose files" });
    await expect(choose).toBeFocused();
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.keyboard.press("Enter");
    await (await chooser).setFiles([...paths]);
  }

  /** Takes the file in hand through the steps, as the wizard understood it. */
  async takeIn(): Promise<void> {
    await this.onward("Next", 3);
    await this.onward("Next", 4);
    await this.onward("Import", 5);
    await expect(this.wizard.getByRole("heading", { name: "Imported", exact: true })).toBeVisible();
  }

  private async onward(button: "Next" | "Import", step: number): Promise<void> {
    await this.press(this.wizard.getByRole("button", { name: button, exact: true }), { back: true });
    await expect(this.wizard.getByRole("group", { name: `Step ${step} of 5` })).toBeVisible();
  }

  /** One of the counts that the result shows. */
  count(what: "read" | "kept" | "duplicates" | "skipped"): Locator {
    return this.wizard.locator(`[data-count=${what}]`);
  }

  async nextFile(): Promise<void> {
    await this.press(this.wizard.getByRole("button", { name: "Next file" }));
  }

  /** Ends the wizard. */
  async done(): Promise<void> {
    await this.press(this.wizard.getByRole("button", { name: "Done" }));
    await expect(this.wizard).toHaveCount(0);
  }

  /** Searches, and opens the first contact that bears the words. */
  async readFirst(words: string): Promise<void> {
    await this.tabTo(this.panel.getByRole("searchbox"));
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.type(words);
    // Other forms of the word are hits too: the beginning is what they share.
    const hit = this.panel.locator('[data-index="0"] mark', { hasText: new RegExp(words.slice(0, 5), "i") });
    await expect(hit.first()).toBeVisible();
    await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await expect(this.panel.getByRole("textbox", { name: "The words" })).toBeFocused();
  }

  /** Chooses the sentence that holds the words, and makes it a quote; `key` 1–5 says how it felt. */
  async quoteSentence(words: string, key: "1" | "2" | "3" | "4" | "5"): Promise<void> {
    const chosen = this.panel.locator(".words--chosen");
    for (let presses = 0; presses < 40; presses += 1) {
      await this.page.keyboard.press("ArrowDown");
      await expect(chosen.first()).toBeVisible();
      if ((await chosen.allInnerTexts()).join("").includes(words)) break;
    }
    await this.makeQuote(key);
  }

  /** Makes the chosen words a quote; the next thing to do is to pin it. */
  async makeQuote(key: "1" | "2" | "3" | "4" | "5"): Promise<void> {
    await this.page.keyboard.press(key);
    await this.page.keyboard.press("Enter");
    await expect(this.panel.locator("button:focus", { hasText: "Pin to …" })).toBeVisible();
  }

  /** Pins the quote just made to the touchpoint that the search finds first. */
  async pinTo(search: string): Promise<void> {
    await this.page.keyboard.press("Enter");
    const dialog = this.page.getByRole("dialog", { name: "Pin to a touchpoint" });
    await expect(dialog.getByRole("searchbox")).toBeFocused();
    await this.page.keyboard.type(search);
    await expect(dialog.getByRole("option")).toHaveCount(1);
    await this.page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
  }

  /** From reading back to the list. */
  async back(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await expect(this.panel.getByRole("searchbox")).toBeVisible();
  }

  /** Shows one of the three shelves. */
  async shelf(name: "Contacts" | "Quotes" | "Themes" | "Sources"): Promise<void> {
    const tab = this.panel.getByRole("tab", { name });
    await this.tabTo(this.panel.getByRole("tab", { selected: true }), { back: true });
    for (let presses = 0; presses < 3; presses += 1) {
      if ((await tab.getAttribute("aria-selected")) === "true") break;
      await this.page.keyboard.press("ArrowRight");
    }
    await expect(tab).toHaveAttribute("aria-selected", "true");
  }

  /** Erases a source for good. */
  async erase(title: string): Promise<void> {
    await this.shelf("Sources");
    await this.press(this.panel.getByRole("button", { name: `Erase ${title}` }));
    await this.press(this.page.getByRole("button", { name: "Erase for good" }));
  }
}
