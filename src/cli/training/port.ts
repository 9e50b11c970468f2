/** The pool as a Node worker sees it. */
import { parentPort } from 'node:worker_threads';
import type { PoolPort } from '../../experiments/pool/protocol.ts';

export function poolPort(): PoolPort {
  if (!parentPort) throw new Error('This module runs inside a worker of the pool.');
  const port = parentPort;
  return {
    post: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (handler) => void port.on('message', handler),
  };
}
