/**
 * What `read` gives while the page has the light colors, whatever the reader's theme. The theme is back before the browser paints, so that
 * nothing is seen of it.
 */
export function underLightTheme<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}
