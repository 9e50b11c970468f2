/**
 * Data that lies in files of the site, before a run: how much there is to fetch is said when the reader chooses it, and it comes when Run
 * is pressed, with its progress. It is fetched once, by the page; workers then find it in the browser's cache.
 */
import { explain } from '../../../faults/explain.ts';
import type { DatasetChoice } from '../../../datasets/dataset.ts';
import type { DataFile } from '../../../datasets/dataSource.ts';
import { filesOf, liesInFiles } from '../../../datasets/index.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import { siteData, siteFile } from '../../workers/siteSource.ts';
import type { IslandState } from '../state/islandState.ts';

export interface DataAhead {
  /** Say what this experiment's data takes to fetch, if anything. */
  tell(experiment: Experiment): void;
  /** Whether any of its data lies in files. */
  mayNeed(experiment: Experiment): boolean;
  /** Fetch it. Returns false if that was cancelled; files that do not come are for the run to report. */
  bring(experiment: Experiment): Promise<boolean>;
  isBusy(): boolean;
  cancel(): void;
}

/** Names of files that have come into this page. */
const here = new Set<string>();

export function openDataAhead(state: IslandState): DataAhead {
  let told = 0;
  let under: AbortController | undefined;

  async function look(experiment: Experiment): Promise<DataFile[]> {
    const turn = ++told;
    try {
      const files = await filesFor(experiment);
      if (turn === told) state.data.value = files.length > 0 ? { total: bytesOf(files) } : undefined;
      return files;
    } catch (error) {
      if (turn === told) state.data.value = { problem: (await explain(error)).message };
      return [];
    }
  }

  return {
    tell: (experiment) => void look(experiment),
    mayNeed: (experiment) => choicesOf(experiment).some(liesInFiles),
    async bring(experiment) {
      const { signal } = (under = new AbortController());
      try {
        const files = await look(experiment);
        const total = bytesOf(files);
        const come = new Map<string, number>();
        await Promise.all(
          files.map((file) =>
            fetchFile(file, signal, (bytes) => {
              come.set(file.name, Math.min(bytes, file.bytes));
              state.data.value = { total, come: [...come.values()].reduce((sum, part) => sum + part, 0) };
            }),
          ),
        );
        if (files.length > 0) state.data.value = undefined;
      } catch {
        if (!signal.aborted) state.data.value = undefined;
      } finally {
        under = undefined;
      }
      if (signal.aborted) void look(experiment);
      return !signal.aborted;
    },
    isBusy: () => under !== undefined,
    cancel: () => under?.abort(),
  };
}

/** Of all arms, without those that are here. */
async function filesFor(experiment: Experiment): Promise<DataFile[]> {
  const files = new Map<string, DataFile>();
  for (const choice of choicesOf(experiment)) for (const file of await filesOf(choice, siteData())) if (!here.has(file.name)) files.set(file.name, file);
  return [...files.values()];
}

function choicesOf({ arms }: Experiment): DatasetChoice[] {
  return arms.map(({ configuration }) => configuration.dataset);
}

function bytesOf(files: readonly DataFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Into the browser's cache: its bytes are counted, not kept. */
async function fetchFile({ name }: DataFile, signal: AbortSignal, onBytes: (come: number) => void): Promise<void> {
  const response = await siteFile(name, signal);
  if (!response?.body) return;
  let come = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    come += value.length;
    onBytes(come);
  }
  here.add(name);
}
