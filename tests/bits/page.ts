/** What the test's page does: the same as Node, with the same kernel. The answer is its promise. */
import { instantiate } from '../../src/kernel/kernel.ts';
import { bitsOf } from '../../src/cli/bits/bits.ts';

export async function bitsHere(): Promise<string> {
  const response = await fetch('kernel.wasm');
  return bitsOf(await instantiate(await response.arrayBuffer()));
}
