// Statements that may cost more with more cases, each with the reason. Keep this table near empty.
export const mayGrow: readonly { readonly what: RegExp; readonly because: string }[] = [];
