/**
 * Where the site will live. Three environment variables move it, so that one build script serves
 * GitHub Pages under a project path, GitHub Pages at a domain's root, and localhost:
 *
 *   SITE        origin, for canonical links and the sitemap; defaults to https://fully-connected.github.io
 *   BASE_PATH   path below the origin; '' and '/' are the root; defaults to /fully-connected/
 *   REPOSITORY  web address of the repository, for "edit page"; in GitHub Actions it is known
 */
export interface Address {
  site: string;
  /** With a slash at both ends. */
  base: string;
  /** Without a slash at the end. */
  repository: string;
}

/** Throws if SITE or REPOSITORY is not an absolute http(s) URL. */
export function address(environment: Record<string, string | undefined>): Address {
  return {
    site: webAddress('SITE', given(environment.SITE) ?? 'https://fully-connected.github.io'),
    base: normalizeBase(environment.BASE_PATH ?? '/fully-connected/'),
    repository: webAddress('REPOSITORY', given(environment.REPOSITORY) ?? repositoryOfActions(environment)),
  };
}

/** `fully-connected`, `/fully-connected` and `/fully-connected/` are the same base; so are `` and `/`. */
export function normalizeBase(path: string): string {
  const inner = path.split('/').filter(Boolean).join('/');
  return inner ? `/${inner}/` : '/';
}

/** An empty variable is as good as none. */
function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function repositoryOfActions(environment: Record<string, string | undefined>): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = environment;
  return server && name ? `${server}/${name}` : 'https://github.com/fully-connected/fully-connected';
}

function webAddress(variable: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${variable} is "${value}"; it must be an absolute address such as https://example.org.`);
  }
  return value.replace(/\/+$/, '');
}
