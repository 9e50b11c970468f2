/** How to refer to an experiment: enough to find it, and to know that it is the same one. */
import type { Recording } from '../../../../experiments/record/recording.ts';
import type { Experiment } from '../../../../experiments/spec/experiment.ts';
import type { Publication } from '../../state/publication.ts';

export interface Cited {
  experiment: Pick<Experiment, 'id' | 'title'>;
  recording: Pick<Recording, 'spec' | 'kernel'>;
  publication: Publication;
}

/** One paragraph. */
export function plainCitation({ experiment, recording, publication }: Cited): string {
  const { name, version, date, address } = publication;
  return (
    `“${experiment.title}.” ${name} of Fully Connected, a handbook of small fully connected networks, version ${version}${date ? `, ${longDate(date)}` : ''}. ` +
    `Spec ${recording.spec}, kernel ${recording.kernel}. ${address}`
  );
}

export function bibtex({ experiment, recording, publication }: Cited): string {
  const { name, version, date, address } = publication;
  const fields: Record<string, string> = {
    // The inner braces keep capitals as they are; the outer ones mark a name that is not a person's.
    author: '{{Fully Connected}}',
    title: `{${escaped(experiment.title)}}`,
    howpublished: `{${escaped(name)} of \\emph{Fully Connected}, a handbook of small fully connected networks, version ${version}}`,
    ...(date && { year: `{${date.slice(0, 4)}}`, date: `{${date}}` }),
    note: `{Spec ${recording.spec}, kernel ${recording.kernel}}`,
    url: `{${address}}`,
  };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key.padEnd(12)} = ${value},`);
  return `@misc{fully-connected-${experiment.id},\n${lines.join('\n')}\n}`;
}

/** What TeX reads as commands. */
function escaped(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, '\\$&');
}

/** 2026-11-21 → 21 November 2026. */
function longDate(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
