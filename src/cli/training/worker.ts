/** Entry of the pool's workers in Node. */
import { loadEngine } from '../../engines/index.ts';
import { serve } from '../../experiments/pool/serve.ts';
import { loadKernel } from '../../kernel/node.ts';
import { mnistSource } from '../mnist/places.ts';
import { poolPort } from './port.ts';

serve(poolPort(), { loadKernel, loadEngine, source: mnistSource() });
