/**
 * What the first screen of a page shows, to be preloaded (of fonts.ts): the text, its title, the controls. A chapter's has words in
 * italics and names in semibold as well, and formulas.
 */
export function firstFonts(isChapter: boolean): { text: Face[]; controls: Face[] } {
  const [regular, semibold, italic]: Face[] = [
    { weight: '400', style: 'normal' },
    { weight: '600', style: 'normal' },
    { weight: '400', style: 'italic' },
  ];
  return isChapter ? { text: [regular!, semibold!, italic!], controls: [regular!, semibold!] } : { text: [regular!, semibold!], controls: [regular!] };
}

interface Face {
  weight: string;
  style: 'normal' | 'italic';
}
