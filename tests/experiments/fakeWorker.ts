/** A Node worker of the pool whose engine is the fake one. */
import { poolPort } from '../../src/cli/port.ts';
import { serve } from '../../src/experiments/serve.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { fakeEngine } from './fakeEngine.ts';

serve(poolPort(), { loadKernel, loadEngine: async () => fakeEngine() });
