/** What TensorFlow.js needs in a browser. The specifier `#tfjs-platform` resolves to this file or to node.ts. */
/// <reference types="vite/client" />
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';

/** Importing tfjs-core alone registers no gradients. */
export async function registerGradients(): Promise<void> {
  await import('@tensorflow/tfjs-core/dist/register_all_gradients');
}

/**
 * Load the WebAssembly backend, whose `.wasm` files the site serves itself. The map must name every build; the
 * threaded one is never fetched (see backend.ts), so it is given the address of the one with SIMD.
 */
export async function loadWasm(): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setWasmPaths({ 'tfjs-backend-wasm.wasm': plain, 'tfjs-backend-wasm-simd.wasm': simd, 'tfjs-backend-wasm-threaded-simd.wasm': simd });
}
