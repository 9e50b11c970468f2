/** From a request to the file that answers it. */
import { strToU8, zipSync } from 'fflate';
import type { DataSource } from '../datasets/dataSource.ts';
import { judge } from '../experiments/verdicts/judge.ts';
import { writeExperiment } from '../experiments/spec/spec.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { writeSearch } from '../search/change/changeSearch.ts';
import { MODEL_FORMS, type ModelForm } from '../models/modelForms.ts';
import { ExportError, type ExportFile } from './exported.ts';
import { describeLeftOut } from './exportProgram.ts';
import { exportSearch } from './exportSearch.ts';
import { modelNames } from './modelNames.ts';
import { describeOrigin, type Download, type ExperimentRequest, type ExportRequest, type SearchRequest } from './request.ts';
import { savedModel } from './savedModel.ts';
import { recordedCsv } from './results/recordedCsv.ts';
import { runJson } from './results/runJson.ts';
import { tidyCsv } from './results/tidyCsv.ts';
import { trialsCsv } from './results/trialsCsv.ts';
import { exportAsProgram, exportSearchSpec, exportSpec } from './targets.ts';

interface Place {
  kernel: Kernel;
  /** Where data sets that lie in files are read from. */
  source: DataSource;
}

interface Files {
  files: { name: string; content: string | Uint8Array<ArrayBuffer> }[];
  leftOut: string[];
  /** Name of the zip, where there are several files. */
  packed: string;
}

/** Throws an ExportError, or a ModelError, where the form cannot hold what is asked for. */
export async function answer(request: ExportRequest, place: Place): Promise<Download> {
  const { files, leftOut, packed } = await write(request, place);
  const [only, ...more] = files;
  if (!only) throw new ExportError(leftOut.join(' '));
  // The name says so, because a table has no room for a comment.
  const { id } = 'search' in request ? request.search : request.experiment;
  const mark = (name: string) => (request.origin.changes.length > 0 ? name.replace(id, `${id}.modified`) : name);
  if (more.length === 0) return { name: mark(only.name), content: only.content, leftOut };
  const entries = files.map(({ name, content }) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return { name: mark(packed), content: zipSync(Object.fromEntries(entries), { mtime: EPOCH }), leftOut };
}

/** The same files make the same zip: all carry the earliest date that the format knows. */
const EPOCH = '1980-01-01T00:00:00';

function write(request: ExportRequest, place: Place): Promise<Files> {
  return 'search' in request ? writeSearchFiles(request, place) : writeExperimentFiles(request, place);
}

async function writeSearchFiles(request: SearchRequest, { kernel, source }: Place): Promise<Files> {
  const { search, origin } = request;
  const remarks = describeOrigin(origin);
  switch (request.kind) {
    case 'searchProgram': {
      const { target, form, seeds } = request;
      const files = await exportSearch(search, target, { kernel, source, form, seeds, remarks });
      return { files: contentOf(files), leftOut: [], packed: `${search.id}.${target}.zip` };
    }
    case 'searchSpec':
      return { files: contentOf(exportSearchSpec(search, request.target, remarks).files), leftOut: [], packed: '' };
    case 'trials': {
      const { form, logs } = request;
      if (form === 'csv') return single(`${search.id}.trials.csv`, trialsCsv(search, logs));
      return single(`${search.id}.trials.json`, json({ origin, spec: writeSearch(search), logs }));
    }
  }
}

async function writeExperimentFiles(request: ExperimentRequest, { kernel, source }: Place): Promise<Files> {
  const { experiment, origin } = request;
  const { id } = experiment;
  switch (request.kind) {
    case 'program': {
      const { target, form, given, seeds } = request;
      const remarks = describeOrigin(origin);
      const { files, leftOut } = await exportAsProgram(experiment, target, { kernel, source, form, given, seeds, remarks });
      return {
        files: contentOf(files),
        leftOut: leftOut.map(describeLeftOut),
        packed: `${id}.${target}.zip`,
      };
    }
    case 'spec': {
      const { files } = exportSpec(experiment, request.target, describeOrigin(origin));
      return { files: contentOf(files), leftOut: [], packed: '' };
    }
    case 'runs': {
      const { form, engine, kernel: hash, results } = request;
      if (form === 'csv') return single(`${id}.results.csv`, tidyCsv(results));
      const judgements = judge(experiment, results);
      const report = runJson({ experiment, arms: experiment.arms, engine, kernel: hash, results, judgements, withParameters: false });
      return single(`${id}.results.json`, json({ origin, ...report }));
    }
    case 'recording': {
      const { form, recording } = request;
      if (form === 'csv') return single(`${id}.recorded.csv`, recordedCsv(experiment, recording));
      return single(`${id}.recorded.json`, json({ origin, spec: writeExperiment(experiment), recording }));
    }
    case 'model': {
      const { form, arm, seed, parameters } = request;
      const [name] = modelNames(id, [{ arm: arm.label, seed }]);
      const { files, leftOut = [] } = (MODEL_FORMS[form] as ModelForm).write(await savedModel(arm.configuration, seed, parameters, { kernel, source }));
      return {
        files: Object.entries(files).map(([ending, content]) => ({ name: `${name}${ending}`, content })),
        leftOut: leftOut.map((what) => `Written without ${what}.`),
        packed: `${name}.${form}.zip`,
      };
    }
  }
}

function contentOf(files: readonly ExportFile[]): Files['files'] {
  return files.map(({ name, text }) => ({ name, content: text }));
}

function single(name: string, content: string): Files {
  return { files: [{ name, content }], leftOut: [], packed: '' };
}

function json(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
