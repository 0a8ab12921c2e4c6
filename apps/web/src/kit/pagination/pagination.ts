// The page before and the page after of a list.

export interface PaginationModel {
  readonly label: string;
  readonly previous?: { readonly text: string; readonly href: string };
  readonly next?: { readonly text: string; readonly href: string };
}
