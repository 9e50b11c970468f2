/** Downloading MNIST's canonical files, each checked against its pinned SHA-256 before it is kept. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanonicalFile } from '../../datasets/kinds/mnist/canonicalFiles.ts';
import { sha256Of } from '../../kernel/fingerprint.ts';
import { verifySha256 } from '../../datasets/kinds/mnist/checksum.ts';
import { folderSource } from './folderSource.ts';

/** A mirror that sends nothing for this long is given up, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Put the files into `folder`; those that are there and right are left alone. Each mirror is tried in turn.
 * Throws an error that says what each mirror answered, if none has a file.
 */
export async function downloadMnist(files: readonly CanonicalFile[], mirrors: readonly string[], folder: string, say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    if (await isThere(file, folder)) say(`${file.name}: already there`);
    else await downloadFile(file, mirrors, folder, say);
  }
}

async function isThere(file: CanonicalFile, folder: string): Promise<boolean> {
  const bytes = await folderSource(folder).read(file.name);
  if (!bytes) return false;
  return sha256Of(new Uint8Array(bytes)) === file.sha256;
}

async function downloadFile(file: CanonicalFile, mirrors: readonly string[], folder: string, say: (line: string) => void): Promise<void> {
  const answers: string[] = [];
  for (const mirror of mirrors) {
    const url = new URL(file.name, mirror).href;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
      if (!response.ok) throw new Error(`answered ${response.status} ${response.statusText}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      verifySha256(bytes, file.sha256, url);
      // Under another name until it is complete, so that an interrupted download leaves no half file.
      const part = join(folder, `${file.name}.part`);
      await writeFile(part, bytes);
      await rename(part, join(folder, file.name));
      say(`${file.name}: ${bytes.length} bytes from ${mirror}`);
      return;
    } catch (error) {
      answers.push(`  ${url}: ${reason(error)}`);
    }
  }
  throw new Error(
    `${file.name} could not be downloaded:\n${answers.join('\n')}\nSet MNIST_DIR to a folder that has it, or use the data set "digits", which needs no files.`,
  );
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
