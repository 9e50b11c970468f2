import type { Chapter } from './chapters.ts';

interface Link {
  label: string;
  attrs?: Record<string, string>;
}
type SidebarItem = (Link & ({ slug: string } | { link: string })) | { label: string; items: SidebarItem[] };

/** The sidebar: one group per part, its chapters with their numbers, then the reference pages. */
export function sidebar(chapters: Chapter[]): SidebarItem[] {
  const parts = new Map<string, SidebarItem[]>();
  for (const { part, slug, title, number } of chapters) {
    const items = parts.get(part) ?? [];
    items.push({ slug, label: title, attrs: { 'data-chapter': String(number) } });
    parts.set(part, items);
  }
  return [
    ...Array.from(parts, ([label, items]) => ({ label, items })),
    {
      label: 'Reference',
      items: [
        { label: 'Experiments', link: '/experiments/' },
        { label: 'What the sources claim', link: '/ledger/' },
        { label: 'How a claim is judged', link: '/judging/' },
        { label: 'Catalog', link: '/catalog/' },
        { label: 'Data sets', link: '/data-sets/' },
        { label: 'Explorers', link: '/explorers/' },
        { label: 'Symbols', link: '/symbols/' },
        { label: 'Glossary', link: '/glossary/' },
        { label: 'References', link: '/references/' },
        { label: 'Sharing and embedding', link: '/sharing/' },
      ],
    },
  ];
}
