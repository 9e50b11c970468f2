/** A figure of the page as a file of its own, colors and typeface included. */
import { embeddedFont } from './embeddedFonts.ts';
import { drawSheet, FONT_NAME, type SheetText } from './sheet.ts';
import { toPng } from './toPng.ts';
import { underLightTheme } from './underLightTheme.ts';

/** white: the light colors on white. theme: as on the page. */
export type Background = 'white' | 'theme';
export type FigureForm = 'svg' | 'png';

/** Image pixels for each px of the drawing. */
const SCALE = 2;

export async function figureFile(figure: Element, text: SheetText, background: Background, form: FigureForm): Promise<string | Blob> {
  const root = document.documentElement;
  const fonts = await embeddedFont(getComputedStyle(root).getPropertyValue('--font-ui'), FONT_NAME);
  const draw = () => {
    const token = (name: string) => getComputedStyle(root).getPropertyValue(name).trim();
    const colors = { ink: token('--fc-ink'), quiet: token('--fc-text-quiet'), paper: background === 'white' ? '#fff' : token('--fc-paper') };
    return drawSheet(figure, text, colors, fonts);
  };
  const { svg, width, height } = background === 'white' ? underLightTheme(draw) : draw();
  const markup = new XMLSerializer().serializeToString(svg);
  return form === 'svg' ? `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n` : toPng(markup, width, height, SCALE);
}
