/** A youth justice service's sheet: one row a child, the people harmed together in one cell. */
import { mapping } from '../mapping/mapping.js';

export const youthJustice = mapping.parse({
  name: 'youth-justice',
  source: 'youthJustice',
  initiator: 'youthJustice',
  columns: {
    'YJS no': 'reference',
    Child: 'responsible.name',
    'Date of birth': 'responsible.bornOn',
    Offence: 'offence.words',
    'Panel date': 'panelOn',
    'Victim(s)': 'harmed.name',
    'Victim age band': 'harmed.ageBand',
    'Invite victim?': 'harmed.invite',
    'Reason if not invited': 'harmed.notInvited',
    'Appropriate adult': 'responsible.adult',
  },
  // The reason and the adult may be blank.
  mayLack: 2,
  dates: ['dayMonthYear', 'dayMonthName', 'iso', 'serial'],
  children: true,
  words: { ageBand: { '<10': 'under10', '10-17': '10to17', '18-64': '18to64', '65+': '65plus' } },
});
