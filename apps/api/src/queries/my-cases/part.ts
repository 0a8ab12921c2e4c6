// One person's part in a case, and what it is seen by.
import type { Facts, Id, Settings } from '#libs/case';

/** What a part is seen by: the facts, whose part, the instant, the service's numbers. */
export interface Part {
  readonly facts: Facts;
  readonly id: Id;
  readonly at: string;
  readonly settings: Settings;
}
