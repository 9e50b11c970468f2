/** With more networks than this, all of which wait in the workers' memory, there are no steps. */
export const MOST_STEPPED = 100;
