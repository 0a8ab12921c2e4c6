// What a child and the adult named for them think of taking part: each view is kept, in the order in which it was said (R26, R93).
import { happenedAt, put, type Id, type Stamp } from '../reducers.js';

export interface View {
  of: 'child' | 'adult';
  view: 'agrees' | 'disagrees';
  at: string;
  by: Id;
}
/** By participant id of the child. */
export type Views = Record<Id, readonly View[]>;

type Said = { participantId: Id } & Stamp;
/** With one more view. */
export const withView = (views: Views, e: Said, of: View['of'], view: View['view']): Views =>
  put(views, e.participantId, [...(views[e.participantId] ?? []), { of, view, at: happenedAt(e), by: e.by }]);

/** With the views that were said with a yes. An adult who is not there has none. */
export function withViewsOf(
  views: Views,
  e: Said & { childView?: View['view']; adult?: { position: View['view'] | 'noneAvailable' } },
): Views {
  const own = e.childView === undefined ? views : withView(views, e, 'child', e.childView);
  const position = e.adult?.position ?? 'noneAvailable';
  return position === 'noneAvailable' ? own : withView(own, e, 'adult', position);
}
