import { Fault } from './fault.ts';
import { isFramed } from './isFramed.ts';

/** Addresses of what came damaged: the browser may have kept it. */
const damaged = new Set<string>();

/** A file of the site. Rejects with a Fault where it does not come; where the caller aborts, with the browser's own error. */
export async function askFor(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, damaged.has(url) ? { ...init, cache: 'reload' } : init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Fault(isFramed() ? 'frame' : 'network', error);
  });
  if (response.ok) return response;
  throw new Fault(response.status === 404 || response.status === 410 ? 'renewed' : 'server', `${url}: ${response.status}`);
}

/** What `read` makes of it; where that fails as on text or code of another kind, it came damaged. */
export async function readFrom<Content>(url: string, read: (response: Response) => Promise<Content>, init: RequestInit = {}): Promise<Content> {
  const response = await askFor(url, init);
  try {
    const content = await read(response);
    damaged.delete(url);
    return content;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    // What breaks off on its way fails with another error.
    const { name } = error as Error;
    if (name !== 'SyntaxError' && name !== 'CompileError') throw new Fault('network', error);
    damaged.add(url);
    throw new Fault('damaged', error);
  }
}
