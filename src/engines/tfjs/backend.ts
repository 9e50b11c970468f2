/** Starting TensorFlow.js' backends, and choosing between those that run. */
import { enableProdMode, env, getBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerGradients, loadWasm } from '#tfjs-platform';

export type BackendName = 'wasm' | 'webgl' | 'cpu';

export interface Backend {
  readonly name: BackendName;
  /**
   * Make this the backend of all operations until another is made so. TensorFlow.js has one current
   * backend for the whole process: call this at the start of every stretch of work without an `await` in it.
   */
  use(): void;
  /**
   * Updates between two looks at the batch losses. Where memory is the processor's own a look costs
   * next to nothing; on a graphics processor it waits for all work queued so far.
   */
  readonly updatesPerLook: number;
}

/** Load and start a backend. Rejects with a readable reason if this machine or browser does not have it. */
export async function startBackend(name: BackendName): Promise<Backend> {
  enableProdMode();
  await registerGradients();
  try {
    await load[name]();
    // Threads need a cross-origin isolated page, and the pool already uses one worker per core.
    if (name === 'wasm') env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    // Packed textures have texels beyond an odd shape. What an operation leaves there can be NaN, and a matrix product adds it in.
    if (name === 'webgl') env().set('WEBGL_PACK', false);
    if (!(await setBackend(name))) throw new Error('its initialization failed');
  } catch (error) {
    throw new Error(`TensorFlow.js cannot use its ${TITLES[name]} backend here: ${reasonOf(error)}.`, { cause: error });
  }
  if (name === 'webgl' && !env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    throw new Error('This graphics processor stores numbers in 16 bits only, too few to train with; choose the fused engine or TensorFlow.js on WebAssembly.');
  }
  return {
    name,
    use() {
      // The backend runs already, so this takes effect at once and the promise carries no news.
      if (getBackend() !== name) void setBackend(name);
    },
    updatesPerLook: name === 'webgl' ? 32 : 1,
  };
}

const TITLES: Record<BackendName, string> = { wasm: 'WebAssembly', webgl: 'WebGL', cpu: 'plain JavaScript' };

const load: Record<BackendName, () => Promise<unknown>> = {
  wasm: loadWasm,
  webgl: () => import('@tensorflow/tfjs-backend-webgl'),
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
};

/** The backends reject with errors and with plain objects that have a message. */
function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).replace(/\.+$/, '');
}
