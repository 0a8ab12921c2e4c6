// One operation of a page.graphql, as a page sends it: a trusted document that the API knows by its hash.

/** Made by the build for every operation of a page.graphql, with the types of its answer and its variables. */
export interface Operation<Answer, Variables> {
  readonly operationName: string;
  /** Of the text of page.graphql, lower-case hexadecimal. */
  readonly sha256: string;
  /** Never set: carry the types alone. */
  readonly answer?: Answer;
  readonly variables?: Variables;
}
