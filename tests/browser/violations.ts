/** What axe objects to. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The name of a map's cell says in words what its mark and number say in short; an experimental rule wants them in the name as they are. */
const SHORT = { rule: 'label-content-name-mismatch', of: 'class="map-cell' };

/** In a page, or in the parts of it that a selector finds: a line for each rule, with the elements that break it. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  // The other mode also looks into frames, which these pages do not have, and takes twice as long.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations: found } = await axe.include(part).analyze();
  return found
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !(id === SHORT.rule && html.includes(SHORT.of))) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
