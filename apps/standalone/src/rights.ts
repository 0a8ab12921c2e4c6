// Rights put together on the inside of the house: the ports of libs/rights on PostgreSQL.
import type { CaseReading } from '#libs/casework';
import { ConsentTexts, journalOfCases, Sharing } from '#libs/rights';
import { doneCommands, sharingRegister, textRegister } from '#libs/store';
import type { Rights } from '../../api/src/index.js';
import type { Inside } from './inside.js';

/** What the API and the commands are given. */
export function openRights({ database, store, vault }: Inside, reading: CaseReading): Rights {
  const journalFor = journalOfCases(reading, store);
  return {
    sharing: new Sharing(database, sharingRegister, doneCommands, vault),
    texts: new ConsentTexts(database, textRegister, doneCommands, journalFor),
  };
}
