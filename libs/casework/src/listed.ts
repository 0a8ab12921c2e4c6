// What a case row and its index of participants keep beside the facts, for lists and for row-level security: it must say what the facts say.
import { settingsOf, summary, type Id, type StoredCase, type Summary } from '#libs/case';
import { canonical } from '#libs/hash-chain';

/**
 * Columns that follow from the facts alone. What a case waits for and its points follow from the service's settings of the
 * day too, which may have changed since.
 */
const ofFacts = [
  'stage',
  'step',
  'stageSince',
  'openedAt',
  'leadId',
  'staffIds',
  'undeclaredIds',
  'processType',
  'direct',
  'openConcerns',
  'unreviewedDeviations',
  'sensitive',
  'flags',
  'closedAt',
  'closedBecause',
] as const satisfies (keyof Summary)[];

type Listed = Pick<Summary, (typeof ofFacts)[number]>;

/** A row of the index of participants; `personId` is the person as the journal names them. */
export interface IndexedParticipant {
  id: Id;
  personId: Id;
  role: string;
  hidden: boolean;
}

/** What stands beside the facts of one case. */
export interface BesideFacts {
  listed: Listed;
  participants: readonly IndexedParticipant[];
}

const inOrder = (values: unknown): unknown => (Array.isArray(values) ? values.toSorted() : values);

/** The columns that do not say what the facts say, by their names in the program; `participants` for the index. */
export function differing(stored: StoredCase, { listed, participants }: BesideFacts): string[] {
  const wanted = summary(stored, stored.facts.openedAt, settingsOf('{}'));
  const columns = ofFacts.filter((name) => canonical(inOrder(wanted[name])) !== canonical(inOrder(listed[name])));
  const index = wanted.participants.map(({ participantId, personId, role, hidden }) =>
    canonical({ id: participantId, personId, role, hidden }),
  );
  const same = canonical(index.toSorted()) === canonical(participants.map((one) => canonical(one)).toSorted());
  return same ? columns : [...columns, 'participants'];
}
