/** What axe objects to. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** In a page, or in the parts of it that a selector finds: a line for each rule, with the elements that break it. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  // The other mode also looks into frames, which these pages do not have, and takes twice as long.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations: found } = await axe.include(part).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
