/** A dedicated worker's side of its messages. The project's types are those of a page, which has no such global scope. */
export interface WorkerScope<Received, Sent> {
  postMessage(message: Sent, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', handler: (event: MessageEvent<Received>) => void): void;
}

export function workerScope<Received, Sent>(): WorkerScope<Received, Sent> {
  return globalThis as unknown as WorkerScope<Received, Sent>;
}
