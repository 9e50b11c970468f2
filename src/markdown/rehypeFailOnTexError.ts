interface Message {
  source?: string | undefined;
  reason: string;
  cause?: unknown;
  place?: unknown;
}

/** rehype-katex prints a TeX error in red and goes on; this makes it stop the build, with file and line. */
export function rehypeFailOnTexError() {
  return (_tree: unknown, file: { messages: Message[]; fail(message: string, place?: unknown): never }) => {
    const error = file.messages.find((message) => message.source === 'rehype-katex');
    if (error) file.fail(`${error.reason}${error.cause instanceof Error ? ` ${error.cause.message}` : ''}`, error.place);
  };
}
