/** The worker in which the network that looks at drawings is trained, while one draws. */
import { explain } from '../../../faults/explain.ts';
import { loadKernel } from '../../../kernel/browser.ts';
import { siteData } from '../../workers/siteSource.ts';
import { workerScope } from '../../workers/scope.ts';
import { chooseData, testPictures, trainDigits } from './course.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const scope = workerScope<ToWorker, FromWorker>();
const kernel = loadKernel();
// Told with the first press.
kernel.catch(() => undefined);
let chosen: ReturnType<typeof chooseData> | undefined;
/** Counts presses of Train and Stop: an older training ends where there is a newer one. */
let turn = 0;

const data = () => {
  chosen ??= chooseData(siteData());
  chosen.catch(() => (chosen = undefined));
  return chosen;
};

async function tell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    scope.postMessage({ type: 'problem', message: (await explain(error)).message });
  }
}

scope.addEventListener('message', ({ data: { type } }) => {
  if (type === 'pictures') {
    void tell(async () => scope.postMessage({ type: 'pictures', ...(await testPictures(await data(), await kernel, siteData())) }));
    return;
  }
  const own = ++turn;
  if (type === 'stop') return;
  void tell(async () => {
    await trainDigits(
      await data(),
      await kernel,
      siteData(),
      (progress) => own === turn && scope.postMessage({ type: 'progress', ...progress }),
      async () => {
        // Messages come between two tasks.
        await new Promise((resolve) => setTimeout(resolve));
        return own === turn;
      },
    );
    if (own === turn) scope.postMessage({ type: 'trained' });
  });
});

void tell(async () => {
  const { bytes, choice } = await data();
  scope.postMessage({ type: 'data', bytes, isMnist: choice.name === 'mnist' });
});
