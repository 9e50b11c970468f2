import { Fault } from './fault.ts';
import { isFramed } from './isFramed.ts';

/** A file of the site. Rejects with a Fault where it does not come; where the caller aborts, with the browser's own error. */
export async function askFor(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Fault(isFramed() ? 'frame' : 'network', error);
  });
  if (response.ok) return response;
  throw new Fault(response.status === 404 || response.status === 410 ? 'renewed' : 'server', `${url}: ${response.status}`);
}

/** Its whole content. `read`: "json" and the like. */
export async function readFrom<Content>(url: string, read: (response: Response) => Promise<Content>, init: RequestInit = {}): Promise<Content> {
  const response = await askFor(url, init);
  return read(response).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    // What breaks off on its way is told by another error than what cannot be read.
    throw new Fault(error instanceof SyntaxError ? 'damaged' : 'network', error);
  });
}
