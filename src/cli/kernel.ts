/** The kernel, or a word on how to get it. */
import type { Kernel } from '../kernel/kernel.ts';
import { UserError } from './userError.ts';

export async function openKernel(): Promise<{ kernel: Kernel; hash: string }> {
  try {
    const { loadKernel, kernelHash } = await import('../kernel/node.ts');
    return { kernel: await loadKernel(), hash: kernelHash() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UserError('The kernel has not been built. Run: npm run build:kernel');
    throw error;
  }
}
