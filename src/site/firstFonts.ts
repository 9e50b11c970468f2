/** What the first screen of a page shows, to be preloaded (of fonts.ts): the text, its title, the controls. Italics and the rest may follow. */
export const firstFonts = {
  text: [
    { weight: '400', style: 'normal' },
    { weight: '600', style: 'normal' },
  ],
  controls: [{ weight: '400', style: 'normal' }],
};
