/**
 * The front page's networks: every optimizer with every learning rate, as one tile each. As the page comes, the tiles show what
 * was recorded; Train trains all of them at once and plays back how they got there.
 *
 *   recorded ──Train──▶ training ──▶ playing back ──▶ done, with a slider over the epochs ──Train again──▶ …
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readFrom } from '../../faults/askFor.ts';
import { explain } from '../../faults/explain.ts';
import { surfaceTile } from '../../figures/surfaceTile.ts';
import type { OpeningData, OpeningTile } from './openingData.ts';
import { FaultNote, type Failure } from '../controls/FaultNote.tsx';
import { playBack } from './playback.ts';
import { Tiles, type ShownTile } from './Tiles.tsx';
import { EVERY, trainOpening, warm, type Moment, type OpeningRun } from './trainOpening.ts';

interface Props {
  /** Where its data lies: /opening.json under the site's base. */
  url: string;
  tiles: OpeningTile[];
  rows: { name: string; labels: string[] };
  columns: { name: string; labels: string[] };
  epochs: number;
  /** Markup of what the tiles show at first, by arm. */
  drawings: Record<string, string>;
}

export default function Opening({ url, tiles, rows, columns, epochs, drawings }: Props) {
  const [moments, setMoments] = useState<ReadonlyMap<string, Moment[]>>(new Map());
  const [share, setShare] = useState(1);
  const [phase, setPhase] = useState<'recorded' | 'training' | 'done'>('recorded');
  const [seed, setSeed] = useState(1);
  const [report, setReport] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const loaded = useRef<Promise<OpeningData> | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    load().catch(() => undefined);
    warm();
    return () => stop.current?.();
  }, []);

  const load = () => {
    loaded.current ??= fetchData(url).catch((error: unknown) => {
      loaded.current = undefined;
      throw error;
    });
    return loaded.current;
  };
  async function train() {
    const next = phase === 'done' ? seed + 1 : seed;
    stop.current?.();
    setPhase('training');
    setReport('');
    setFailure(undefined);
    try {
      const data = await load();
      setSeed(next);
      const arrived = new Map<string, Moment[]>();
      const run = await trainOpening(data, next, (arm, own) => {
        arrived.set(arm, own);
        setMoments(new Map(arrived));
        if (arrived.size === 1) stop.current = playBack(setShare);
      });
      if (run.failure) throw run.failure;
      setReport(inWords(run, tiles.length));
    } catch (error) {
      setFailure({ error: await explain(error), again: () => void train() });
      setPhase('recorded');
      return;
    }
    setPhase('done');
  }

  const shown = tiles.map((tile): ShownTile => {
    const own = moments.get(tile.arm);
    // While it trains, and where it has diverged, its last moment stays.
    const moment = own?.[Math.min(own.length - 1, Math.round((share * epochs) / EVERY))];
    if (!moment) return { ...tile, drawing: drawings[tile.arm] ?? '' };
    return { ...tile, loss: moment.loss, drawing: surfaceTile(moment.surface) };
  });
  return (
    <div class="opening-networks">
      <Tiles tiles={shown} rows={rows} columns={columns} />
      <div class="opening-controls">
        <button type="button" onClick={() => void train()} disabled={phase === 'training'}>
          {phase === 'done' ? `Train with seed ${seed + 1}` : 'Train all twelve'}
        </button>
        <FaultNote failure={failure} />
        {moments.size > 0 && (
          <label>
            epoch <strong>{Math.round(share * epochs)}</strong>
            <input
              type="range"
              min={0}
              max={epochs}
              step={EVERY}
              value={Math.round(share * epochs)}
              onInput={(event) => {
                stop.current?.();
                setShare(Number(event.currentTarget.value) / epochs);
              }}
            />
          </label>
        )}
      </div>
      <p class="opening-report" role="status">
        {phase === 'training' && report === '' ? 'Training …' : report}
      </p>
    </div>
  );
}

function fetchData(url: string): Promise<OpeningData> {
  return readFrom(url, (response) => response.json() as Promise<OpeningData>);
}

function inWords({ updates, time, compared, identical }: OpeningRun, networks: number): string {
  const done = `${networks} networks, ${updates.toLocaleString('en').replaceAll(',', '\u202f')} updates, ${(time / 1000).toFixed(1)} s in this browser.`;
  if (compared === 0) return `${done} Another seed: other data, other initial parameters.`;
  return identical === compared ? `${done} Every bit is as it was recorded.` : `${done} ${identical} of ${compared} are bit for bit as recorded.`;
}
