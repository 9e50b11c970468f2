/** What TensorFlow.js needs in Node. The specifier `#tfjs-platform` resolves to this file or to browser.ts. */
import { registerHooks } from 'node:module';

/**
 * Importing tfjs-core alone registers no gradients, and its list of gradients is published only as
 * modules whose imports lack the `.js` that Node wants; a resolve hook adds it while they load.
 * (They share the engine and the registries of Node's own build of tfjs-core through globals.)
 */
export async function registerGradients(): Promise<void> {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const lacksEnding = specifier.startsWith('.') && !specifier.endsWith('.js') && context.parentURL?.includes('/@tensorflow/tfjs-core/dist/');
      return next(lacksEnding ? `${specifier}.js` : specifier, context);
    },
  });
  try {
    await import('@tensorflow/tfjs-core/dist/register_all_gradients.js');
  } finally {
    hooks.deregister();
  }
}

/** Load the WebAssembly backend; it finds its `.wasm` files beside its own script. */
export async function loadWasm(): Promise<void> {
  await import('@tensorflow/tfjs-backend-wasm');
}
