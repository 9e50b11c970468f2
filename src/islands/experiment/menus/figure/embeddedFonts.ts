/** The page's own typefaces for a drawing that leaves it: as style rules with the files in them. */

/** Rules for the first of a list of families, under the name `as`; empty where the page has no file for it. */
export async function embeddedFont(families: string, as: string): Promise<string> {
  const family = unquoted(families.split(',')[0] ?? '');
  const rules = Array.from(document.styleSheets)
    .flatMap(fontRules)
    .filter(({ style }) => unquoted(style.getPropertyValue('font-family')) === family);
  const written = await Promise.all(
    rules.map(async (rule) => {
      const address = /url\((["']?)(.*?)\1\)/.exec(rule.style.getPropertyValue('src'))?.[2];
      if (address === undefined) return '';
      const response = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
      // Without its typeface a figure is still a figure.
      if (!response.ok) return '';
      const weight = rule.style.getPropertyValue('font-weight') || 'normal';
      return `@font-face{font-family:"${as}";font-weight:${weight};src:url(${await dataUrl(await response.blob())}) format("woff2")}`;
    }),
  );
  return written.join('');
}

function fontRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return Array.from(sheet.cssRules).filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    // A sheet of another origin, such as a browser extension's, keeps its rules to itself.
    return [];
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('A typeface could not be read.'));
    reader.readAsDataURL(blob);
  });
}

function unquoted(name: string): string {
  return name.trim().replace(/^["']|["']$/g, '');
}
