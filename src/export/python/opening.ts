/** The cells that come before a framework's own. */
import type { ProgramPlan } from './framework.ts';
import type { Settings } from './armTable.ts';
import type { Cell } from './cells.ts';
import { literal, lines } from './literal.ts';
import { loadCode, SMOOTH } from './program.ts';
import { scheduleCode } from './schedules.ts';
import { scoreCode } from './scores.ts';

/** `imports`: the framework's own lines; `standard`: what it needs of the standard library besides. */
export function openingCells(plan: ProgramPlan, framework: string, imports: string, remarks: readonly string[], standard?: string): Cell[] {
  const { id, header, arms, uses, form, seeds, data } = plan;
  const configurations = arms.map(({ configuration }) => configuration);
  const schedules = scheduleCode(configurations);
  const task = data.get(arms[0]!.label)!.task;
  return [
    { text: header(framework, [...plan.remarks, ...new Set(remarks)]) },
    {
      code: lines(
        ['base64', 'csv', 'json', 'math'].map((name) => `import ${name}`).join('\n'),
        standard,
        'from pathlib import Path',
        '',
        'import numpy as np',
        imports,
        '',
        `SEEDS = ${literal(seeds)}`,
        loadCode(id, form),
      ),
    },
    {
      code: scoreCode(
        configurations.map(({ training }) => training.loss),
        task,
      ),
    },
    ...(schedules ? [{ code: schedules }] : []),
    ...(uses.labelSmoothing ? [{ code: SMOOTH }] : []),
  ];
}

export function armCell(plan: ProgramPlan, settings: (index: number) => Settings): Cell {
  return { code: plan.table(plan.arms.map((_, index) => settings(index))) };
}
