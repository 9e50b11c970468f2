/** The figures that are on screen, each as SVG and PNG. */
import { useId, useRef, useState } from 'preact/hooks';
import { needsOf, type FigureName } from '../../../../experiments/spec/figureNeeds.ts';
import { describeOrigin } from '../../../../export/request.ts';
import type { ExportSource } from './exportSource.ts';
import type { Background, FigureForm } from '../figure/figureFile.ts';
import { save } from '../../../controls/save.ts';
import type { Task } from './task.ts';

interface Props {
  source: ExportSource;
  disabled: boolean;
  onStart(task: Task): void;
}

export function FigureExports({ source, disabled, onStart }: Props) {
  const id = useId();
  const place = useRef<HTMLFieldSetElement>(null);
  const [background, setBackground] = useState<Background>('white');
  const { experiment } = source;
  const task =
    (name: FigureName, form: FigureForm): Task =>
    async () => {
      const figure = shownFigure(place.current, name);
      if (!figure) throw new Error('This figure is not on the page yet.');
      const { figureFile } = await import('../figure/figureFile.ts');
      const text = { title: `${experiment.title}: ${needsOf(name).title}`, remarks: describeOrigin(source.origin) };
      const file = `${experiment.id}${source.changes.length > 0 ? '.modified' : ''}.${name}.${form}`;
      save(file, await figureFile(figure, text, background, form));
      return [`Saved ${file}.`];
    };
  return (
    <fieldset ref={place}>
      <legend>Figures</legend>
      <div class="menu-field">
        <label for={`${id}-background`}>background</label>
        <select id={`${id}-background`} value={background} onChange={(event) => setBackground(event.currentTarget.value as Background)}>
          <option value="white">white</option>
          <option value="theme">as on this page</option>
        </select>
      </div>
      {experiment.figures.map((name) => (
        <div key={name} class="menu-actions">
          <span class="menu-figure">{needsOf(name).title}</span>
          {(['svg', 'png'] as const).map((form) => (
            <button
              key={form}
              type="button"
              disabled={disabled}
              aria-label={`${needsOf(name).title} as ${form.toUpperCase()}`}
              onClick={() => onStart(task(name, form))}
            >
              {form.toUpperCase()}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** The live figure once there is one, else the recorded one. */
function shownFigure(inside: Element | null, name: string): Element | null | undefined {
  const section = inside?.closest('.experiment');
  return section?.querySelector(`.experiment-live-figures .figure-${name}`) ?? section?.querySelector(`.experiment-recorded .figure-${name}`);
}
