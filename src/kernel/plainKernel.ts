/** A module of its own, so that browsers with SIMD fetch nothing of it. */
export { default } from './build/plain.wasm?url';
