/**
 * `lab run --save-model FOLDER`: every trained network as files. For one run these are
 *
 *   <name>.parameters.json      src/models/parametersJson.ts
 *   <name>.safetensors          src/models/modelFile.ts, with the architecture in its metadata
 *   <name>.architecture.json    src/models/architectureJson.ts
 *   <name>.tfjs/model.json      src/models/tfjsLayers/write.ts, with model.weights.bin beside it
 *
 * Each says how features and labels were scaled, and their names; the one for TensorFlow.js takes and gives the data's own units.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { modelNames } from '../../export/modelNames.ts';
import { savedModel, type Place } from '../../export/savedModel.ts';
import { ModelError } from '../../models/modelError.ts';
import { MODEL_FORMS, type ModelFiles, type ModelForm } from '../../models/modelForms.ts';
import { UserError } from '../userError.ts';

/**
 * `results` must have their parameters; those of runs that failed have none and are left out. Returns lines that say
 * what was written, and which form could not be, or not in full, and why.
 */
export async function saveModels(id: string, arms: readonly Arm[], results: readonly RunResult[], folder: string, place: Place): Promise<string[]> {
  const trained = results.filter(({ parameters }) => parameters && parameters.length > 0);
  const names = modelNames(id, trained);
  /** Names of the models by what has to be said of them. */
  const remarks = new Map<string, string[]>();
  const remark = (text: string, name: string) => remarks.set(text, [...(remarks.get(text) ?? []), name]);
  for (const [index, { arm, seed, parameters }] of trained.entries()) {
    const name = names[index]!;
    const { configuration } = arms.find(({ label }) => label === arm)!;
    const model = await savedModel(configuration, seed, parameters!, place);
    for (const { title, write } of Object.values<ModelForm>(MODEL_FORMS)) {
      try {
        const { files, leftOut = [] } = write(model);
        writeFiles(folder, name, files);
        for (const what of leftOut) remark(`Written as ${title} without ${what}`, name);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        remark(`Not written as ${title}: ${error.message}`, name);
      }
    }
  }
  const count = `${trained.length} ${trained.length === 1 ? 'model' : 'models'}`;
  return [`Saved ${count} to ${folder}`, ...Array.from(remarks, ([text, of]) => `${text} (${listed(of)})`)];
}

/** Before anything is trained, so that nothing is trained in vain. Throws a UserError. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError(`--save-model: found ${folder}, which cannot be made (${(error as Error).message}); allowed: a folder, or a place for one.`);
  }
}

function writeFiles(folder: string, name: string, files: ModelFiles): void {
  for (const [ending, content] of Object.entries(files)) {
    const path = join(folder, `${name}${ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

const MOST_NAMES = 3;
