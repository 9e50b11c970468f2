/** A Node worker of the pool whose engine is the fake one. */
import { poolPort } from '../../../src/cli/training/port.ts';
import { serve } from '../../../src/experiments/pool/serve.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { fakeEngine } from '../fakeEngine.ts';

serve(poolPort(), { loadKernel, loadEngine: async () => fakeEngine() });
