/** A police force's spreadsheet: one row for each person harmed by each offence. */
import { mapping } from '../mapping/mapping.js';

export const police = mapping.parse({
  name: 'police',
  source: 'police',
  columns: {
    'Crime Ref': 'reference',
    'Recorded Date': 'recordedOn',
    Offence: 'offence.words',
    Outcome: 'stage',
    'Offender Surname': 'responsible.family',
    'Offender Forename': 'responsible.given',
    'Offender DOB': 'responsible.bornOn',
    'Victim Title': 'harmed.title',
    'Victim Surname': 'harmed.family',
    'Victim Forename': 'harmed.given',
    'Victim DOB': 'harmed.bornOn',
    'Victim Tel': 'harmed.telephone',
    'Victim Email': 'harmed.email',
    'Safe to contact': 'harmed.safe',
    DA: 'domesticAbuse',
    Hate: 'hate',
    'Initiated by': 'initiator',
    'Victim agreed to share': 'harmed.agreed',
    OIC: 'officer',
    Notes: 'notes',
  },
  // The officer and the notes may be blank.
  mayLack: 2,
  dates: ['dayMonthYear', 'dayMonthName', 'iso', 'shortYear', 'serial'],
  words: {
    initiator: { victim: 'harmed', offender: 'responsible', police: 'police', probation: 'probation' },
    stage: {
      'under investigation': 'investigation',
      'nfa - victim does not support': 'noFurtherAction',
      'community resolution': 'outOfCourt',
      'youth caution': 'outOfCourt',
      'conditional caution': 'outOfCourt',
      'postal requisition': 'charged',
      charged: 'charged',
      'convicted - awaiting sentence': 'preSentence',
      'sentenced - community order': 'community',
      'sentenced - custody': 'custody',
    },
  },
});
