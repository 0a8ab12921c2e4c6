// The slim band above a form: whose it is, on which side, in which case.

export interface BandModel {
  readonly side: 'harmed' | 'responsible' | null;
  /** Null: the form is about the case as a whole. */
  readonly person: { readonly name: string; readonly href: string; readonly side: string } | null;
  readonly case: { readonly word: string; readonly reference: string; readonly href: string };
}
