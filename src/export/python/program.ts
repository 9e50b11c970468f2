/** The parts that the programs of all frameworks share: data, scores, the loop over updates, the results. */
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Uses } from '../uses.ts';
import type { Form } from './cells.ts';
import { lines, literal } from './literal.ts';

/** Where a framework's own code goes into the loop. Each is lines of Python, not indented. */
export interface LoopCode {
  /** Makes the network from `arm`, `run`, `seed`, `inputs`, `outputs`. */
  start: string;
  /** An update on the batch `bx`, `by`, with learning rate `rate` where rates are scheduled; `step` counts from 0. */
  update: string;
  /** An expression: outputs of the network for `x`, as an array. */
  predict: string;
  /** An expression: the parameters, copied. And a statement that puts `kept` in their place. */
  get: string;
  set: string;
}

export function loadCode(id: string, form: Form): string {
  const file = literal(`${id}.data.json`);
  return lines(
    form === 'script' ? `DATA = json.loads(Path(__file__).with_name(${file}).read_text())` : `DATA = json.loads(Path(${file}).read_text())`,
    '',
    '',
    'def array(index):',
    '    entry = DATA["arrays"][index]',
    '    return np.frombuffer(base64.b64decode(entry["base64"]), entry["dtype"]).reshape(entry["shape"]).copy()',
    '',
    '',
    'def load(label, seed):',
    '    """One run: split -> (features, labels) as the network sees them, and what else was written down for it."""',
    '    entry = DATA["runs"][label][str(seed)]',
    '    run = {"splits": {split: (array(x), array(y)) for split, (x, y) in entry["splits"].items()}}',
    '    run["label_scale"] = np.array(entry["labelScale"])',
    '    if "parameters" in entry:',
    '        run["parameters"] = [{name: array(index) for name, index in layer.items()} for layer in entry["parameters"]]',
    '    if "order" in entry:',
    '        run["order"] = array(entry["order"])',
    '    return run',
  );
}

export function loopCode(uses: Uses, task: string, code: LoopCode): string {
  const better = task === 'classification' ? ' * (-1 if stop["metric"] == "accuracy" else 1)' : '';
  return lines(
    'def train(arm, run, seed):',
    '    """Returns a list of (step, epoch, scores by split), and the step whose parameters are the final ones."""',
    '    splits = run["splits"]',
    uses.labelSmoothing && '    splits = {name: (x, smooth(y, arm["label_smoothing"], arm["binary"])) for name, (x, y) in splits.items()}',
    '    x, y = splits["train"]',
    '    examples, inputs, outputs = len(x), x.shape[1], y.shape[1]',
    '    batch = arm["batch_size"]',
    '    per_epoch = math.ceil(examples / batch)',
    indent(code.start, 1),
    uses.plateau && '    plateau = Plateau(arm["learning_rate"], **arm["plateau"]) if arm["plateau"] else None',
    uses.earlyStopping && '    stop, best, wait, kept, final = arm["early_stopping"], math.inf, 0, None, None',
    '    history = []',
    uses.shuffle && '    shuffler = np.random.default_rng(seed)',
    '    for step in range(arm["updates"] + 1):',
    '        epoch, position = divmod(step, per_epoch)',
    `        if position == 0 or step == arm["updates"]${uses.every ? ' or step % arm["every"] == 0' : ''}:`,
    `            scores = {name: evaluate(arm, ${code.predict}, labels, run["label_scale"]) for name, (features, labels) in splits.items()}`,
    '            history.append((step, epoch + min(position * batch, examples) / examples, scores))',
    '            if not all(math.isfinite(value) for values in scores.values() for value in values.values()):',
    '                break  # diverged',
    uses.plateau &&
      '            if plateau and position == 0 and step > 0:\n                plateau.observe(scores.get("validation", scores["train"])["loss"])',
    uses.earlyStopping &&
      lines(
        '            if stop and position == 0 and step > 0:',
        `                value = scores[stop["split"]][stop["metric"]]${better}`,
        '                wait += 1',
        '                if value < best - stop["min_delta"]:',
        `                    best, wait, kept, final = value, 0, ${code.get}, step`,
        '                if wait >= stop["patience"]:',
        '                    break',
      ),
    '        if step == arm["updates"]:',
    '            break',
    '        if position == 0:',
    '            order = np.arange(examples)',
    uses.shuffle && '            if arm["shuffle"]:\n                order = run["order"][epoch] if "order" in run else shuffler.permutation(examples)',
    '        rows = order[position * batch : (position + 1) * batch]',
    '        bx, by = x[rows], y[rows]',
    uses.schedule && `        rate = arm["rate"](step, ${uses.plateau ? 'plateau.rate if plateau else ' : ''}arm["learning_rate"])`,
    indent(code.update, 2),
    uses.earlyStopping && lines('    if stop and stop["restore"] and kept is not None:', indent(code.set, 2), '        return history, final'),
    '    return history, history[-1][0]',
  );
}

export const SMOOTH = `def smooth(y, share, binary):
    """Label smoothing; a yes-or-no label has two classes."""
    return ((1 - share) * y + share / (2 if binary else y.shape[1])).astype(np.float32)`;

export function mainCode(id: string, form: Form): string {
  const file = literal(`${id}.results.csv`);
  return lines(
    'if __name__ == "__main__":',
    `    with ${form === 'script' ? `Path(__file__).with_name(${file})` : `Path(${file})`}.open("w", newline="") as file:`,
    '        table = csv.writer(file)',
    '        table.writerow(["arm", "seed", "step", "epoch", "split", "metric", "value"])',
    '        for seed in SEEDS:',
    '            for label, arm in ARMS.items():',
    '                history, final = train(arm, load(label, seed), seed)',
    '                for step, epoch, scores in history:',
    '                    for split, values in scores.items():',
    '                        for metric, value in values.items():',
    '                            table.writerow([label, seed, step, epoch, split, metric, value])',
    '                ends = next(scores for step, _, scores in history if step == final)',
    '                print(f"seed {seed}, {label}: step {final}, " + ", ".join(f"{split} loss {values[\'loss\']:.5g}" for split, values in ends.items()))',
  );
}

export interface HeaderFacts {
  arms: readonly Arm[];
  seeds: readonly number[];
  framework: string;
  remarks: readonly string[];
}

/** What stands at the top of a program, as text. */
export function headerText({ id, title, claim, verdicts, seeds: all }: Experiment, { arms, seeds, framework, remarks }: HeaderFacts): string {
  const judged = verdicts.map((verdict) => `Judged: ${verdict.claim}`).filter((line) => line !== `Judged: ${claim}`);
  return [
    title,
    ...(claim ? [claim] : []),
    ...judged,
    '',
    `Experiment "${id}" of Fully Connected as a ${framework} program: ${arms.length === 1 ? 'one arm' : `${arms.length} arms`}, ${seeds.length < all ? `${seeds.length} of its ${all} seeds` : 'every seed'}.`,
    `The data of ${seeds.length < all ? 'these seeds' : 'every seed'}, split and scaled, lie beside it in ${id}.data.json.`,
    'Results go to the screen and, as a tidy table, to a CSV file beside it.',
    'One update: dense layers with what belongs to them, loss, penalties, clipping, optimizer, moving average, constraint.',
    ...(remarks.length > 0 ? ['', ...remarks.map((remark) => `Note: ${remark}`)] : []),
  ].join('\n');
}

function indent(code: string, levels: number): string {
  return code
    .split('\n')
    .map((line) => (line === '' ? '' : '    '.repeat(levels) + line))
    .join('\n');
}
