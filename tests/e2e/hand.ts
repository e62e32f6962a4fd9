import type { Locator, Page } from 'playwright-core';

/** The hand of a user: does one thing after another and counts them. Words typed in one go count as one step. */
export class Hand {
  readonly #page: Page;
  #steps = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get steps(): number {
    return this.#steps;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#steps++;
      await this.#page.keyboard.press(key);
    }
  }

  /** Moves the focus with Tab until something has it; every press is a step. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 30; presses++) {
      await this.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`30 presses of Tab did not lead to ${String(target)}`);
  }

  async type(words: string): Promise<void> {
    this.#steps++;
    await this.#page.keyboard.type(words);
  }

  /** Chooses the first result of the search once it is there. */
  async enterResult(title: RegExp): Promise<void> {
    await this.#page.getByRole('option', { name: title }).first().waitFor();
    await this.press('Enter');
  }

  async click(target: Locator): Promise<void> {
    this.#steps++;
    await target.click();
  }

  /** Opens a choice and takes one of its options: two clicks. */
  async choose(choice: Locator, option: string): Promise<void> {
    this.#steps += 2;
    await choice.selectOption({ label: option });
  }
}
