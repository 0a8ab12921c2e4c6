// Drafts as resolvers get them: the case of each that is read or kept is recorded on its way out (R68).
import type { Drafts } from '../../ports/drafts.js';
import { but } from './recorded-decisions.js';
import { requestReads } from './recording.js';

export const recordedDrafts = (drafts: Drafts): Drafts =>
  but(drafts, {
    list: async (actor) => {
      const lines = await drafts.list(actor);
      for (const { caseId } of lines) requestReads().cases.add(caseId);
      return lines;
    },
    of: async (actor, place) => {
      const found = await drafts.of(actor, place);
      if (found) requestReads().cases.add(found.caseId);
      return found;
    },
    keep: async (actor, place, fields) => {
      const done = await drafts.keep(actor, place, fields);
      if (done) requestReads().cases.add(place.caseId);
      return done;
    },
    forget: async (actor, place) => {
      const done = await drafts.forget(actor, place);
      if (done) requestReads().cases.add(place.caseId);
      return done;
    },
  });
