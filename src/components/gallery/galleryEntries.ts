/** Every published experiment as the gallery lists it, in the order of the chapters; those that no chapter shows come last. */
import { secondsPerSeed } from '../../experiments/plan/estimate.ts';
import { isExact } from '../../experiments/record/isExact.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Outcome } from '../../words/verdictText.ts';
import { fromRecording } from '../../figures/data/adapter.ts';
import { thumbnail } from '../../figures/thumbnail.ts';
import type { Chapter } from '../../site/chapters/chapters.ts';
import { published, publishedIds } from '../../published/published.ts';
import { allPlaces, type Place } from '../../site/chapters/numbering.ts';

export interface GalleryEntry {
  id: string;
  /** "2.3"; undefined where no chapter shows it. */
  number: string | undefined;
  chapter: Chapter | undefined;
  title: string;
  claim: string;
  judgements: Judgement[];
  /** Each outcome that a judgement has, once. */
  outcomes: Outcome[];
  /** Ids of the source claims, for example 'A6'. */
  sources: string[];
  networks: number;
  /** One for an experiment in which nothing is random. */
  seeds: number;
  exact: boolean;
  /** One seed of every arm on one core: an estimate, seconds. */
  seconds: number;
  /** Markup of an `<svg>`. */
  thumbnail: string;
}

export async function galleryEntries(root = process.cwd()): Promise<GalleryEntry[]> {
  const places = allPlaces('Experiment', root);
  const shown = [...places.keys()];
  const ids = [...shown, ...publishedIds.filter((id) => !places.has(id))];
  return Promise.all(ids.map((id) => entryOf(id, places.get(id))));
}

async function entryOf(id: string, place: Place | undefined): Promise<GalleryEntry> {
  const { experiment, recording } = await published(id);
  const { title, claim, sources, seeds } = experiment;
  const all = experiment.arms;
  const exact = isExact(recording);
  return {
    id,
    number: place?.number,
    chapter: place?.chapter,
    title,
    claim,
    judgements: recording.judgements,
    outcomes: [...new Set(recording.judgements.map(({ outcome }) => outcome))],
    sources,
    networks: all.length,
    seeds: exact ? 1 : seeds,
    exact,
    seconds: secondsPerSeed(experiment),
    thumbnail: thumbnail(fromRecording(experiment, recording)),
  };
}
