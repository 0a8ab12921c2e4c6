// The error summary: what does not fit leads to its field; what refuses says who can supply what is missing, and leads there.

export interface ProblemModel {
  readonly text: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
  /** `#field`, of a field that does not fit. */
  readonly href?: string;
  /** Who can supply it, and since when it stands. */
  readonly who?: string;
  /** Where it is supplied, if it is this reader's to supply. */
  readonly go?: { readonly text: string; readonly href: string };
}
