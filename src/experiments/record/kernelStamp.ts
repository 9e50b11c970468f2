/**
 * content/kernel.json: the kernel that the recordings name, and the build that was verified to compute the same numbers. A kernel whose bytes
 * change but not its numbers changes this one file, written by `lab stamp`, and no recording.
 */
import * as z from 'zod';

const stamp = z.strictObject({ recorded: z.string().min(1), verified: z.string().min(1) });

/** Both are SHA-256 of a kernel's bytes, first 16 hex digits. */
export type KernelStamp = z.infer<typeof stamp>;

/** The text of the file; undefined if there is none. Throws an Error that says what to do if it is not whole. */
export function parseKernelStamp(text: string | undefined): KernelStamp | undefined {
  if (text === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    raw = undefined;
  }
  const parsed = stamp.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new Error('content/kernel.json is not whole: it holds "recorded" and "verified", two hashes of kernels. Delete it and run: npm run -s lab -- stamp');
}

/** By which recordings know the kernel with this hash: their own kernel's if it was verified to compute the same numbers. */
export function kernelName(hash: string, stamp: KernelStamp | undefined): string {
  return stamp?.verified === hash ? stamp.recorded : hash;
}
