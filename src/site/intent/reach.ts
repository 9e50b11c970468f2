/** Fired at an element inside an island, it makes the island come alive (clientIntent.ts), as if the reader had reached for it. */
export const REACH = 'island-reach';
