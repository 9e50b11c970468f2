import type { Root } from 'hast';
import type { VFile } from 'vfile';

/** rehype-katex prints a TeX error in red and goes on; this makes it stop the build, with file and line. */
export function rehypeFailOnTexError() {
  return (_tree: Root, file: VFile): void => {
    const error = file.messages.find((message) => message.source === 'rehype-katex');
    if (error) file.fail(`${error.reason}${error.cause instanceof Error ? ` ${error.cause.message}` : ''}`, error.place);
  };
}
