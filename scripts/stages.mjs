/**
 * The stages of a test run: each has a heading, a result and the seconds that it took; some go on side by side.
 * Each stage counts as one test; stages that run tests count these as well.
 */

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * What a stage does. Where `hold` is set its output is not shown but returned, because another stage goes on beside it.
 * `skipped`: why there was nothing to do, if so; it then counts as neither passed nor failed.
 */
/** @typedef {(hold: boolean) => Promise<{ ok: boolean, counts?: Counts, output?: string, skipped?: string }>} Work */

/** @type {{ name: string, ok: boolean, counts: Counts, seconds: number, skipped?: string | undefined }[]} */
const results = [];
const begin = Date.now();

/**
 * One stage. Resolves to whether it succeeded.
 * @param {string} name
 * @param {Work} work
 * @returns {Promise<boolean>}
 */
export async function stage(name, work) {
  console.log(heading(name));
  return finish(name, work, false);
}

/**
 * Stages two at a time, one for each core of a small machine, begun in this order. Output of each is shown when it is over.
 * Resolves to whether each succeeded.
 * @param {[name: string, work: Work][]} stages
 * @returns {Promise<boolean[]>}
 */
export async function sideBySide(stages) {
  /** @type {boolean[]} */
  const succeeded = [];
  const waiting = stages.entries();
  console.log(heading(stages.map(([name]) => name).join(', ')));
  const lane = async () => {
    // Both lanes take from one iterator.
    for (const [place, [name, work]] of waiting) succeeded[place] = await finish(name, work, true);
  };
  await Promise.all([lane(), lane()]);
  return succeeded;
}

/** The list of the stages, and the sum as the last line; sets the exit code. */
export function report() {
  console.log('');
  const sum = { passed: 0, failed: 0 };
  for (const { name, ok, counts, seconds, skipped } of results) {
    if (skipped !== undefined) {
      console.log(`– ${String(seconds).padStart(4)} s  ${name}: skipped, ${skipped}`);
      continue;
    }
    sum.passed += counts.passed + (ok ? 1 : 0);
    sum.failed += counts.failed + (ok ? 0 : 1);
    const tests = counts.passed + counts.failed;
    console.log(`${ok ? '✓' : '✗'} ${String(seconds).padStart(4)} s  ${name}${tests > 0 ? `: ${counts.passed} of ${tests}` : ''}`);
  }
  console.log(`  ${String(since(begin)).padStart(4)} s  in all`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

/**
 * @param {string} name
 * @param {Work} work
 * @param {boolean} hold
 */
async function finish(name, work, hold) {
  const start = Date.now();
  /** @type {Awaited<ReturnType<Work>>} */
  let result = { ok: false };
  try {
    result = await work(hold);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const { ok, counts = { passed: 0, failed: 0 }, output, skipped } = result;
  const seconds = since(start);
  results.push({ name, ok, counts, seconds, skipped });
  if (hold) console.log(`${heading(`${name}: ${ok ? 'done' : 'failed'} after ${seconds} s`)}\n${output ?? ''}`);
  return ok;
}

/** @param {string} text */
function heading(text) {
  return `\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length))}`;
}

/** @param {number} start */
function since(start) {
  return Math.round((Date.now() - start) / 1000);
}
