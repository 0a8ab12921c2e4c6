// What kit/quick-exit needs to draw the way to leave at once.

export interface QuickExitModel {
  /** Where it leads: a harmless page that raises no question. */
  readonly leaveTo: string;
  /** The words of the button. */
  readonly text: string;
}
