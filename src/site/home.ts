/** Absolute address of the start page, with a slash at the end. `site`: Astro's, the origin. */
export function home(site: URL | undefined): URL {
  return new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), site);
}
