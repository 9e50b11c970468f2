/** Messages to a page that holds frames of this site: whoever sends them, its listener throws nothing and changes no frame but the one that tells its height. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { heightListener } from '../../src/site/heightListener.ts';
import { must, tryAll, type Finding } from './finding.ts';
import { hostileText, hostileValue } from './hostile.ts';

const ORIGIN = 'https://site.example';
const PAGE = '/book/embed/circles/';
/** Of one frame of ours, told apart from others by what it shows; strangers may have no address at all. */
const STRANGERS = ['', 'about:blank', 'https://other.example/embed/circles/', `https://other.example${PAGE}`, `${ORIGIN}/book/embed/spiral/`, 'not an address'];

const message = fc.record({
  origin: fc.oneof(fc.constantFrom(ORIGIN, ORIGIN, `${ORIGIN}.evil.example`, 'null', ''), hostileText),
  data: fc.oneof(
    hostileValue,
    fc.record(
      {
        type: fc.oneof(fc.constantFrom('fully-connected:height', 'fully-connected:height', 'FULLY-CONNECTED:HEIGHT'), hostileValue),
        page: fc.oneof(fc.constantFrom(PAGE, '/', '/book/embed/', '..', `${PAGE}#x`), hostileValue),
        height: fc.oneof(fc.nat({ max: 5000 }), hostileValue),
      },
      { requiredKeys: [] },
    ),
  ),
  suffix: fc.constantFrom('', '?theme=dark', '#v=1&seed=2', '?theme=dark#v=1'),
});
type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

export function fuzzMessages(count: number, seed: number, timed: boolean): Promise<Finding[]> {
  return tryAll(fc.sample(message, { numRuns: count, seed }), {
    attempt: tryMessage,
    isExpected: () => false,
    show: (input) => JSON.stringify(input),
    timed,
  });
}

function tryMessage({ origin, data, suffix }: Message): void {
  const own = frame(`${ORIGIN}${PAGE}${suffix}`);
  const strangers = STRANGERS.map(frame);
  let listener: ((event: { origin: string; data: unknown }) => void) | undefined;
  runInNewContext(heightListener(ORIGIN), {
    addEventListener: (_: string, given: typeof listener) => (listener = given),
    document: { querySelectorAll: () => [...strangers.slice(0, 3), own, ...strangers.slice(3)] },
  });
  listener!({ origin, data });
  const told = data as { type?: unknown; page?: unknown; height?: unknown } | null | undefined;
  const isHeight = origin === ORIGIN && told?.type === 'fully-connected:height' && Number.isFinite(told.height);
  must(own.told === (isHeight && told.page === PAGE), 'the frame takes a height from its own page, and from nobody else');
  for (const stranger of strangers)
    must(
      !stranger.told || (isHeight && typeof told.page === 'string' && stranger.src === `${ORIGIN}${told.page}`),
      `a frame of ${stranger.src} keeps its height`,
    );
}

/** As in a browser, a height becomes text when it is set, which throws for an object that cannot. */
function frame(src: string) {
  return {
    src,
    told: false,
    set height(value: unknown) {
      this.told = String(value) !== '';
    },
  };
}
