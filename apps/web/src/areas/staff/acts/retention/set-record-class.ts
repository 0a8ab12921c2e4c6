// How one class of records is kept from now on (R69).
import { actForm, type ActContext } from '../../../../command-form/act.js';

const classOf = ({ about, things }: ActContext) => things.recordClasses.find((one) => one.class === about);
const term = (context: ActContext) => classOf(context)?.terms[0];

export const setRecordClass = actForm('setRecordClass', {
  for: ['manager'],
  backTo: '/retention',
  about: 'class',
  reads: ['recordClasses'],
  opens: (context) => classOf(context) !== undefined,
  facts: (context) => [{ key: 'act.records', value: classOf(context)?.what ?? '' }],
  own: {
    from: {
      kind: 'name',
      required: false,
      list: false,
      of: 'RetentionEvent',
      names: ['caseClosed', 'lastContact', 'birth'],
    },
    years: { kind: 'number', required: false, list: false },
    days: { kind: 'number', required: false, list: false },
  },
  show: ['controller', 'lawfulBasis', 'from', 'years', 'days', 'why', 'source'],
  fields: {
    controller: { value: (context) => classOf(context)?.controller ?? '' },
    lawfulBasis: { value: (context) => classOf(context)?.lawfulBasis ?? '' },
    from: { value: (context) => term(context)?.from ?? '' },
    years: { value: (context) => String(term(context)?.years ?? '') },
    days: { value: (context) => String(term(context)?.days ?? '') },
    why: { control: 'area', value: (context) => classOf(context)?.why ?? '' },
    source: { value: (context) => classOf(context)?.source ?? '' },
  },
  together: ({ from, years }) => (from !== undefined && years === undefined ? { years: 'years_needed' } : {}),
  sends: ({ from, years = 0, days = 0, ...rest }) => ({
    ...rest,
    terms: from === undefined ? [] : [{ from, years, days }],
  }),
  words: {
    en: {
      title: 'How these records are kept',
      intro: 'It counts from now on. While no period is set, nothing of this class is removed.',
      controller: 'Who answers for these records?',
      lawfulBasis: 'On which legal ground are they kept?',
      from: 'From which event does the period run?',
      years: 'Whole years',
      years_needed: 'Say how many years from that event',
      days: 'Days beside them',
      why: 'Why, in plain words for the person it is about?',
      source: 'Where does the period come from?',
      send: 'Keep them so',
    },
    cy: {
      title: 'Sut y cedwir y cofnodion hyn',
      intro: 'Mae’n cyfrif o hyn ymlaen. Tra nad oes cyfnod wedi’i osod, ni thynnir dim o’r dosbarth hwn.',
      controller: 'Pwy sy’n atebol am y cofnodion hyn?',
      lawfulBasis: 'Ar ba sail gyfreithiol y cedwir hwy?',
      from: 'O ba ddigwyddiad y mae’r cyfnod yn rhedeg?',
      years: 'Blynyddoedd cyfan',
      years_needed: 'Dywedwch sawl blwyddyn o’r digwyddiad hwnnw',
      days: 'Dyddiau yn ogystal',
      why: 'Pam, mewn geiriau plaen i’r sawl y mae amdanynt?',
      source: 'O ble daw’r cyfnod?',
      send: 'Eu cadw felly',
    },
  },
});
