// What an event would do, without doing it: for a page that asks "are you sure?".
import { decide, type Decision, type Refusal } from './decide.js';
import type { Effect, Task } from './effects.js';
import type { CaseEvent } from './facts.js';
import type { Settings } from './settings.js';
import { stageOf, type StoredCase } from './stored.js';
import type { Stage } from './vocabulary/stages.js';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;
/** Where the case would go, who would be told what and when, which messages would be cancelled, what staff would see. */
export interface Preview {
  would: Decision | Refusal;
  from: Stage;
  to: Stage;
  told: Of<'notice.queue'>[];
  cancelled: Of<'notice.cancel'>[];
  meetingCalledOff: boolean;
  tasks: Task[];
}

/** Judged exactly as `decide` does; nothing is kept. */
export function preview(stored: StoredCase, event: CaseEvent, settings: Settings): Preview {
  const would = decide(stored, event, settings);
  const from = stageOf(stored.state);
  const effects = would.ok ? would.effects : [];
  const of = <T extends Effect['type']>(type: T) => effects.filter((e): e is Of<T> => e.type === type);
  const met = stored.facts.conference.booking !== null || stored.facts.conference.session !== null;
  const meets =
    would.ok && (would.next.facts.conference.booking !== null || would.next.facts.conference.session !== null);
  return {
    would,
    from,
    to: would.ok ? stageOf(would.next.state) : from,
    told: of('notice.queue'),
    cancelled: of('notice.cancel'),
    tasks: of('task'),
    meetingCalledOff: would.ok && met && !meets && event.type !== 'conference.ended',
  };
}
