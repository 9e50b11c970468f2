/** A recording and its file, which leaves out what follows from the rest. Nothing is lost between the two. */
import { roundToSingle } from './roundToSingle.ts';
import { columnsOf, runsOf, type RunColumns } from './runColumns.ts';
import type { ArmRecording, Recording } from './recording.ts';

/** As the file holds it, before repetitions are left out. */
export interface RecordingFile extends Omit<Recording, 'arms'> {
  arms: ArmFile[];
}

interface ArmFile extends Omit<ArmRecording, 'runs' | 'curve'> {
  runs: RunColumns;
  /** Epochs stand only where they do not follow from updates. */
  curve: Omit<ArmRecording['curve'], 'epoch'> & { epoch?: number[] };
}

export function toFile(recording: Recording): RecordingFile {
  return { ...recording, arms: recording.arms.map(armToFile) };
}

export function fromFile(file: RecordingFile): Recording {
  return { ...file, arms: file.arms.map(armFromFile) };
}

function armToFile(arm: ArmRecording): ArmFile {
  const { epoch, ...curve } = arm.curve;
  const follows = JSON.stringify(epoch) === JSON.stringify(epochsAt(arm, curve.step));
  return { ...arm, runs: columnsOf(arm.runs), curve: follows ? curve : { ...curve, epoch } };
}

function armFromFile(arm: ArmFile): ArmRecording {
  const { step, epoch = epochsAt(arm, step), ...values } = arm.curve;
  return { ...arm, runs: runsOf(arm.runs), curve: { step, epoch, ...values } };
}

function epochsAt({ epochs, updates }: Pick<ArmRecording, 'epochs' | 'updates'>, steps: readonly number[]): number[] {
  return steps.map((step) => roundToSingle((step * epochs) / updates));
}
