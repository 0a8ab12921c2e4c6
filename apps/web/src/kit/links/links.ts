// Ways on, one a row: where it leads, and a line on what is there.
export interface LinksModel {
  readonly items: readonly { readonly href: string; readonly text: string; readonly line?: string }[];
}
