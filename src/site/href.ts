/** A link to a page or file of this site: `href('/glossary/')`. Puts the base path in front. */
export function href(path: `/${string}`): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
