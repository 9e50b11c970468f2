/** Draw a digit, and see what a network says of it that learns meanwhile, in a worker. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatCount, formatNumber } from '../../../words/format.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { Problems } from '../parts/Problems.tsx';
import { readNumber } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { answer } from './forward.ts';
import { enlarge, inkOf, SHEET } from './ink.ts';
import { FIELD, normalize } from './normalize.ts';
import { Picture } from './Picture.tsx';
import { inWords, Probabilities } from './Probabilities.tsx';
import { COPIES, EXAMPLES, HIDDEN, readSetup, simplify, START, TESTED, writeSetup, type Setup } from './setup.ts';
import { Sheet } from './Sheet.tsx';
import { Units } from './Units.tsx';
import { useTraining } from './useTraining.ts';

const KEY = 'digit';
/** Milliseconds after the last change until it is said. */
const QUIET = 700;
const PIXELS = FIELD * FIELD;

export default function DigitIsland({ id }: { id: string }) {
  const [setup, setSetup] = useState<Setup>(START);
  const [problems, setProblems] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const [unit, setUnit] = useState(0);
  /** The sheet with a stroke under way. */
  const [moving, setMoving] = useState<Float32Array>();
  const frame = useRef(0);
  const training = useTraining();
  const { progress, tests, isTraining } = training;

  const chosen = setup.chosen !== undefined && tests ? tests.pictures.subarray((setup.chosen - 1) * PIXELS, setup.chosen * PIXELS) : undefined;
  const ink = useMemo(() => inkOf(setup.strokes, chosen && enlarge(chosen)), [setup, tests]);
  /** What a stroke is added to: the digit that stands there at first makes way for a drawing of one's own. */
  const kept = setup === START ? [] : setup.strokes;
  const under = setup === START ? EMPTY : ink;
  const shown = moving ?? ink;
  const found = useMemo(() => normalize(shown, SHEET), [shown]);
  // A test picture as it is was made by those who made MNIST.
  const picture = chosen && setup.strokes.length === 0 && !moving ? chosen : found?.picture;
  const answered = progress && picture ? answer(progress.network, picture) : undefined;

  function change(wanted: Setup) {
    cancelAnimationFrame(frame.current);
    setMoving(undefined);
    setProblems([]);
    setSetup(wanted);
    if (wanted.chosen !== undefined && !tests) training.bringTests();
  }
  useExplorerLink(KEY, id, (entries) => {
    const shared = readSetup(entries.get(KEY) ?? '', entries);
    change(shared.setup);
    setProblems(shared.refused);
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!answered || isTraining) return;
      setSaid(`The network says ${inWords(answered.probabilities)}.`);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [picture, isTraining]);
  const isOver = progress !== undefined && progress.updates === progress.total;
  useEffect(() => {
    if (!isOver || !answered) return;
    setUnit(answered.activations.indexOf(Math.max(...answered.activations)));
  }, [isOver]);

  const entered = (text: string) => {
    const reading = readNumber(text, { label: 'test picture', min: 1, max: TESTED, integer: true });
    if ('problem' in reading) setProblems([reading.problem]);
    else change({ chosen: reading.value, strokes: [] });
    return 'value' in reading;
  };
  const link = writeSetup(setup);
  const drawn =
    setup.chosen === undefined ? (setup.strokes.length === 0 ? 'It is empty.' : `${setup.strokes.length} strokes are on it.`) : nameOf(setup, tests?.labels);
  return (
    <div class="explorer-body">
      <div class="explorer-row explorer-interactive">
        <button type="button" class="is-primary" onClick={isTraining ? training.stop : training.train}>
          {isTraining ? 'Stop' : progress ? 'Train again' : 'Train'}
        </button>
        {progress && <progress max={progress.total} value={progress.updates} aria-label="Updates done" />}
        <span class="explorer-hint">{stateOf(training)}</span>
      </div>
      <div class="digit-panels">
        <div class="digit-draw">
          <Sheet
            id={id}
            ink={ink}
            under={under}
            description={drawn}
            onMove={(now) => {
              cancelAnimationFrame(frame.current);
              frame.current = requestAnimationFrame(() => setMoving(Float32Array.from(now)));
            }}
            onStroke={(stroke) => change({ ...setup, strokes: [...kept, simplify(stroke)] })}
            onSaid={setSaid}
          />
          <p class="explorer-note explorer-interactive" id={`${id}-keys`}>
            Draw with a finger or the mouse. With keys: arrows move the pen, Shift farther, Space puts it down and lifts it. Your first stroke takes the place
            of the digit that is there.
          </p>
          <div class="explorer-row explorer-interactive">
            <button type="button" onClick={() => change({ chosen: undefined, strokes: [] })}>
              Clear
            </button>
            <button
              type="button"
              aria-disabled={setup.strokes.length === 0}
              onClick={() => setup.strokes.length > 0 && change({ ...setup, strokes: setup.strokes.slice(0, -1) })}
            >
              Undo
            </button>
            <button type="button" onClick={() => change({ chosen: next(setup.chosen), strokes: [] })}>
              A digit from the test data
            </button>
            {setup.chosen !== undefined && <NumberField id={`${id}-chosen`} label="test picture" value={setup.chosen} onEnter={entered} />}
            <button
              type="button"
              onClick={() => {
                training.forget();
                change(START);
              }}
            >
              Reset
            </button>
          </div>
        </div>
        <div class="digit-said">
          <Probabilities probabilities={answered?.probabilities} />
        </div>
        <div class="digit-seen">
          <Picture
            values={picture ?? BLANK}
            kind="ink"
            title="What the network sees"
            description={picture ? '28 by 28 pixels, scaled and centred.' : 'nothing yet.'}
          />
          <p class="explorer-note">{howMade(found, chosen !== undefined && setup.strokes.length === 0 ? nameOf(setup, tests?.labels) : undefined)}</p>
        </div>
      </div>
      <Problems problems={[...problems, ...(training.problem ? [training.problem] : [])]} />
      {progress && picture ? (
        <Units id={id} network={progress.network} picture={picture} unit={unit} onChoose={setUnit} />
      ) : (
        <p class="explorer-note">
          Train makes a network of {HIDDEN} hidden units here, from {formatCount(EXAMPLES)} pictures and {COPIES} moved copies of each. You can draw while it
          learns; then its hidden units stand here, with what each looks for.
        </p>
      )}
      <ShareLink scope={id} hash={explorerLink(KEY, link.value, link.entries)} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

const BLANK = new Float32Array(PIXELS);
const EMPTY = inkOf([]);

/** Another test picture: primes apart, so that all come in turn, in no order. */
function next(chosen: number | undefined): number {
  return chosen === undefined ? 1 : ((chosen - 1 + 137) % TESTED) + 1;
}

function nameOf({ chosen }: Setup, labels: readonly number[] | undefined): string {
  const label = chosen === undefined ? undefined : labels?.[chosen - 1];
  return label === undefined ? `Test picture ${chosen} is on its way.` : `Test picture ${chosen}, labelled ${label}.`;
}

function howMade(found: ReturnType<typeof normalize>, given: string | undefined): string {
  if (given) return given;
  if (!found) return 'Nothing is drawn yet.';
  const { box, scale, mass, moved } = found;
  return `The drawing, ${box.width} by ${box.height} units, is scaled by ${formatNumber(scale)} into 20 × 20 pixels. Its centre of mass there is column ${formatNumber(mass.x)}, row ${formatNumber(mass.y)}, counted from 0; the box is put at column ${moved.x}, row ${moved.y}, so that the centre comes to pixel 14, 14.`;
}

function stateOf({ data, progress, isTraining }: ReturnType<typeof useTraining>): string {
  if (progress) {
    const right = `${formatNumber(100 * progress.accuracy)} % of ${TESTED} test pictures named right`;
    return progress.updates === progress.total ? `Trained: ${right}.` : `${formatCount(progress.updates)} of ${formatCount(progress.total)} updates; ${right}.`;
  }
  if (isTraining) return 'Fetching pictures, and moving copies of them.';
  if (data && !data.isMnist) return 'This site does not serve MNIST: the network will learn digits that the program draws. A few seconds.';
  return `Fetches ${data ? Number((data.bytes / 1e6).toPrecision(2)) : 'about 1'} MB of MNIST first; then a few seconds.`;
}
