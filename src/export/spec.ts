/** The spec itself, explicit, as a file that parses to the same experiment or search. */
import { stringify } from 'yaml';
import type { Json } from '../schema/json.ts';
import type { ExportFile } from './exported.ts';

export interface Spec {
  id: string;
  /** In the form of a file. */
  written: Json;
}

/** `remarks`: lines that stand at the top as comments. */
export function specYaml({ id, written }: Spec, remarks: readonly string[] = []): ExportFile {
  const opening = remarks.map((remark) => `# ${remark.replaceAll('\n', ' ')}\n`).join('');
  return { name: `${id}.yaml`, text: opening + stringify(written) };
}

/** JSON knows no comments, so that remarks have no place in it. */
export function specJson({ id, written }: Spec): ExportFile {
  return { name: `${id}.json`, text: `${JSON.stringify(written, null, 2)}\n` };
}
