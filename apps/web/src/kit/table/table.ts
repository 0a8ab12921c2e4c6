// A table of rows that lead somewhere; on a phone each row is a card.

export interface TableModel {
  readonly caption: string;
  /** True: said to those who listen alone, where a heading says the same. */
  readonly quiet?: boolean;
  readonly columns: readonly { readonly text: string; readonly number?: boolean }[];
  /** The first cell of a row heads it; as many cells as columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Said instead of a table without rows. */
  readonly empty: string;
}

export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** Small, beneath. */
  readonly more?: string;
  /** The reference of a case. */
  readonly ref?: boolean;
  readonly tag?: {
    readonly word: string;
    readonly kind?: 'good' | 'warn' | 'danger' | 'quiet';
    readonly shape?: string;
  };
  /** Added to a link for who listens, so that it says where it leads. */
  readonly says?: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
}

/** A case by its reference. */
export const caseCell = (reference: string, href: string): Cell => ({ text: reference, href, ref: true });
