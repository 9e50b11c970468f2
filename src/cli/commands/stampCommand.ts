/**
 * `lab stamp`: the kernel's bytes have changed, its numbers have not. Trains a sample of what is recorded and the runs that cover the
 * catalog; if every bit is as recorded, says so in content/kernel.json, and no recording has to be made anew.
 */
import { readFileSync } from 'node:fs';
import { originOf } from '../../experiments/record/recording.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { originOfSearch } from '../../search/results/searchRecording.ts';
import { bitsOf } from '../bits/bits.ts';
import { openKernel } from '../kernel.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { reproduce } from '../verify/reproduce.ts';
import { DEFAULT_MORE, sampleText, today, type Sample } from '../verify/sample.ts';
import { openPool } from '../training/train.ts';
import { UserError } from '../userError.ts';

export interface StampOptions {
  library?: Library;
  sample?: Sample;
  /** What the catalog's runs have to give, line by line. */
  bits?: string;
}

/** Returns the exit code: 1 if anything differs, and then nothing is written. */
export async function stampCommand({
  library = openLibrary(),
  sample = { more: DEFAULT_MORE, day: today() },
  bits = readFileSync(new URL('../bits/bits.txt', import.meta.url), 'utf8'),
}: StampOptions = {}): Promise<number> {
  const { kernel, hash } = await openKernel();
  const recorded = recordedKernel(library, hash);
  if (library.kernelName(hash) === recorded) {
    console.log(`The recordings hold for this kernel (${hash}) already; nothing is written.`);
    return 0;
  }
  console.log(`${sampleText(sample)} Then the catalog.`);
  const pool = openPool();
  const { problems, trained, runs } = await reproduce([], { library, pool, kernel, kernelName: recorded, sample }).finally(() => pool.close());
  const differences = [...problems, ...(await catalogDifferences(kernel, bits))];
  if (differences.length > 0) {
    for (const difference of differences) console.error(`  ${difference}`);
    console.error(
      `Not all that was recorded with ${recorded} is reproduced by this kernel (${hash}); nothing is written. If its numbers are meant to be the same, mend it. ` +
        'If they are meant to change, make the recordings anew: npm run -s lab -- record, then npm run bits -- --update.',
    );
    return 1;
  }
  library.writeKernelStamp({ recorded, verified: hash });
  console.log(`${trained} of ${runs} runs and the catalog reproduced bit for bit: content/kernel.json says that kernel ${hash} gives what ${recorded} gave.`);
  return 0;
}

/** The one kernel that all recordings name. Throws a UserError if there are several or none. */
function recordedKernel(library: Library, hash: string): string {
  const origins = [
    ...library.recorded().map((id) => originOf(library.recording(id))),
    ...library.searches.recorded().map((id) => originOfSearch(library.searches.recording(id))),
  ];
  const [first, ...others] = [...new Set(origins.map(({ kernel }) => kernel))];
  if (first === undefined) throw new UserError('Nothing is recorded, so there is nothing to compare with. Run: npm run -s lab -- record');
  if (others.length === 0) return first;
  const list = [first, ...others].map((kernel) => {
    const ids = origins.filter((origin) => origin.kernel === kernel).map(({ id }) => id);
    return `  ${kernel}${kernel === hash ? ' (as it is now)' : ''}: ${ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more` : ids.join(', ')}`;
  });
  throw new UserError(
    `The recordings are of several kernels, and a stamp is about one:\n${list.join('\n')}\n` +
      'Make all of them with this one (npm run -s lab -- record --changed); or take back those that were recorded with it (git checkout), stamp, and record them again.',
  );
}

const SHOWN = 3;

/** Of the runs that bits.txt knows: a new entry of the catalog has nothing to be compared with yet. */
async function catalogDifferences(kernel: Kernel, bits: string): Promise<string[]> {
  const made = byName(await bitsOf(kernel));
  return [...byName(bits)].flatMap(([name, digest]) =>
    made.get(name) === digest ? [] : [`catalog: ${name} gives ${made.get(name) ?? 'nothing'}, in bits.txt it is ${digest}`],
  );
}

/** Each line is a digest, two spaces and a name. */
function byName(bits: string): Map<string, string> {
  return new Map(
    bits
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(line.indexOf('  ') + 2), line.slice(0, line.indexOf('  '))]),
  );
}
