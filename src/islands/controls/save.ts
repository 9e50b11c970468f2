/** Hand a file to the reader, who finds it where the browser puts downloads. */
export function save(name: string, content: string | Uint8Array<ArrayBuffer> | Blob): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: typeOf(name) });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  yaml: 'application/yaml',
  ipynb: 'application/x-ipynb+json',
  py: 'text/x-python',
  svg: 'image/svg+xml',
  zip: 'application/zip',
};
