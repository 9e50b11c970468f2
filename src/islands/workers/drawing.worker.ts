/**
 * Draws figures and their tables as markup, so that a page's main thread has nothing to do but to put it in: Plot takes long
 * enough for a reader on a slow machine to notice.
 */
import type { FigureName } from '../../experiments/spec/figureNeeds.ts';
import type { FigureData } from '../../figures/data/figureData.ts';
import { drawWhole, type FigureOptions } from '../../figures/parts/figureElement.ts';
import { figureTables } from '../../figures/figureTables.ts';
import { figures } from '../../figures/index.ts';
import { plainDocument } from '../../figures/parts/plainDocument.ts';
import { searchFigures, searchTables, type SearchFigureName } from '../../figures/search/index.ts';
import type { SearchFigureData } from '../../figures/search/searchFigureData.ts';

type Sizes = NonNullable<FigureOptions['sizes']>;

export type DrawingRequest =
  /** `key`: what ids in it begin with, so that they are the page's only ones, and the same each time. */
  | { what: 'figure'; key: string; name: FigureName; data: FigureData; sizes: Sizes }
  | { what: 'tables'; names: readonly FigureName[]; data: FigureData }
  | { what: 'search figure'; key: string; name: SearchFigureName; data: SearchFigureData; sizes: Sizes }
  | { what: 'search tables'; names: readonly SearchFigureName[]; data: SearchFigureData };

/** `problem`: why it could not be drawn. */
export type Drawn = { markup: string } | { problem: string };

/** What a dedicated worker's global scope offers; the project's types are those of a page. */
const scope = globalThis as unknown as {
  postMessage(message: Drawn): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<DrawingRequest>) => void): void;
};

scope.addEventListener('message', ({ data }) => scope.postMessage(answer(data)));

function answer(request: DrawingRequest): Drawn {
  try {
    return { markup: draw(request) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function draw(request: DrawingRequest): string {
  const document = plainDocument();
  switch (request.what) {
    case 'figure': {
      const { key, name, data, sizes } = request;
      return withOwnIds(drawWhole(figures[name].draw(data, { document, sizes })).outerHTML, key);
    }
    case 'tables':
      return markupOf(figureTables(request.names, request.data, { document }));
    case 'search figure':
      return withOwnIds(drawWhole(searchFigures[request.name].draw(request.data, { document, sizes: request.sizes })).outerHTML, request.key);
    case 'search tables':
      return markupOf(searchTables(request.names, request.data, document));
  }
}

/** Plot counts its clip paths up from drawing to drawing. */
function withOwnIds(markup: string, key: string): string {
  const names = new Map<string, string>();
  return markup.replace(/\bplot-clip-\d+\b/g, (id) => {
    if (!names.has(id)) names.set(id, `${key}-clip-${names.size + 1}`);
    return names.get(id)!;
  });
}

function markupOf(elements: readonly Element[]): string {
  return elements.map(({ outerHTML }) => outerHTML).join('');
}
