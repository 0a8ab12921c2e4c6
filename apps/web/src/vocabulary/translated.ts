// Tables of names in another language: the same tables and the same names, or it does not compile.

export type Translated<Tables> = {
  readonly [Table in keyof Tables]: { readonly [Name in keyof Tables[Table]]: string };
};
