// Forms that the reader began and has not sent, each leading back to itself.
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress } from '../addresses.js';
import { keptSays } from '../command-form/draft.js';
import { formAt } from '../forms-of-commands.js';
import type { StaffTodayQuery } from './page.generated.js';

export interface Begun {
  readonly what: string;
  readonly reference: string;
  readonly href: string;
  readonly says: string;
}

export const begun = (drafts: StaffTodayQuery['drafts'], speaker: Speaker): Begun[] =>
  drafts.flatMap(({ caseId, reference, form: address, about, processId, ...kept }) => {
    const form = formAt(address);
    if (!form) return [];
    const href = formAddress(caseId, address, { about, processId });
    return [{ what: speaker.name('steps', form.verb), reference, href, says: keptSays(kept, speaker) }];
  });
