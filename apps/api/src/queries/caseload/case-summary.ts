// A row of the caseload as the schema shows it, from the columns that are kept for lists.
import { viewOf } from '../case/case-view.js';
import { colleagueOrNull } from '../case/views/by-name.js';
import { participantsInShort } from '../case/views/people.js';
import { waiting } from '../case/views/waiting.js';

export const caseSummary = viewOf({
  duty: ({ duty }) => duty,
  step: ({ row }) => row.step,
  stageSince: ({ row }) => row.stageSince,
  revision: ({ row }) => row.revision,
  waiting: ({ row }) => waiting(row),
  lead: ({ row }) => colleagueOrNull(row.leadId),
  participants: participantsInShort,
  processType: ({ row }) => row.processType,
  flags: ({ row }) => row.flags,
  sensitive: ({ row }) => row.sensitive,
  openConcerns: ({ row }) => row.openConcerns,
  areaId: ({ row }) => row.areaId,
  openedAt: ({ row }) => row.openedAt,
  updatedAt: ({ row }) => row.updatedAt,
  closedAt: ({ row }) => row.closedAt,
});
