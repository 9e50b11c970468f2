import { figureContext } from './figureContext.ts';
import { kernel } from './kernelFile.ts';
import { published } from './published.ts';
import { staticFigures, type StaticFigures } from './staticFigures.ts';

const cache = new Map<string, Promise<StaticFigures>>();

/** The recorded figures of a published experiment, drawn once in a build: its chapter, its page for frames and its tips want them. */
export function recordedFigures(id: string): Promise<StaticFigures> {
  let drawn = cache.get(id);
  if (!drawn) {
    drawn = draw(id);
    if (!import.meta.env.DEV) cache.set(id, drawn);
  }
  return drawn;
}

async function draw(id: string): Promise<StaticFigures> {
  const { experiment, recording } = await published(id);
  return staticFigures(experiment, recording, figureContext(experiment, await kernel()));
}
