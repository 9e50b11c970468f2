/** An error that is the caller's to mend: shown without a stack. */
export class UserError extends Error {}
