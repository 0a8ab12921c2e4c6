// Key and value, one pair a line.

export interface FactsModel {
  /** True: beside one another on a desk, with hairlines. */
  readonly wide?: boolean;
  readonly rows: readonly {
    readonly key: string;
    readonly value: string;
    readonly go?: { readonly text: string; readonly href: string };
  }[];
}
