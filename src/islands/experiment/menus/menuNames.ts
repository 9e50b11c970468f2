export const MENUS = { share: 'Share', embed: 'Embed', cite: 'Cite', export: 'Export' } as const;
export type MenuName = keyof typeof MENUS;
