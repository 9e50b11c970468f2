/** A value as JSON can hold it: what a spec, a link or a message may carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
