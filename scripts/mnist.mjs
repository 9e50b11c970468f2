/** MNIST, which is in no repository: fetched once, and not missed by what can do without it. */
import { npm } from './command.mjs';

/**
 * Fetch and pack MNIST, unless that has been done. Where it cannot be had, say so and go on.
 * @returns {Promise<boolean>} whether it is there
 */
export async function ensureMnist() {
  const { code } = await npm(['run', '--silent', 'data:mnist', '--', '--once']);
  if (code !== 0) console.log('MNIST could not be had, for the reason above; everything else works without it. Later: npm run data:mnist');
  return code === 0;
}
