/** The export menu of an island, and what it hands over. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Island } from './island.ts';

export interface Saved {
  name: string;
  bytes: Buffer;
}

export async function openMenu({ section }: Pick<Island, 'section'>, name: 'Share' | 'Embed' | 'Cite' | 'Export'): Promise<Locator> {
  await section.getByRole('button', { name, exact: true }).click();
  const dialog = section.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Press a button of the export menu and take what it saves. */
export async function save(page: Page, button: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
