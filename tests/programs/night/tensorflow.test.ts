/** Exported TensorFlow programs, run for real. */
import { describe } from 'vitest';
import { cases } from '../cases.ts';
import { itFollows } from '../follow.ts';
import { published } from '../published.ts';
import { pythonWith } from '../python.ts';

const tensorflow = pythonWith('tensorflow');

describe.skipIf(!tensorflow)('the TensorFlow program', () => {
  itFollows('tensorflow', tensorflow, [...cases, ...published]);
});
