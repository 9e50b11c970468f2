/** The menus of a search, and what they are called. */
export const SEARCH_MENUS = { share: 'Share', export: 'Export' } as const;
export type SearchMenuName = keyof typeof SEARCH_MENUS;
