/** The files that published experiments name: those that lie in content/experiments/. Inlined by Vite, because after bundling paths are of no use. */
import type { SpecFiles } from '../experiments/spec/readReference.ts';

const FOLDER = '/content/experiments/';
const inlined = import.meta.glob<string>('/content/experiments/**/*.{csv,json,safetensors}', { query: '?url&inline', import: 'default', eager: true });

export const publishedFiles: SpecFiles = (path) => {
  // Dots are resolved as a browser does; what leads out of the folder is not there.
  const url = inlined[decodeURIComponent(new URL(path, `file://${FOLDER}`).pathname)];
  if (url === undefined) return undefined;
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
};
