// A member of staff says that they are connected with a case or a person, whether or not they may see it (R42).
import { actForm } from '../../../../command-form/act.js';

export const declareConnection = actForm('declareConnection', {
  for: ['facilitator', 'coordinator', 'manager', 'safeguardingLead'],
  backTo: '/today',
  show: ['caseIdOrReference'],
  fields: { caseIdOrReference: { needed: true } },
  words: {
    en: {
      title: 'Say that you are connected with a case',
      intro:
        'From then on the case is not there for you, whatever you are to it. You are told the same whether or not there is such a case.',
      caseIdOrReference: 'Reference of the case',
      caseIdOrReferenceHint: 'As it is read out on the telephone: eight letters and digits',
      send: 'I am connected with it',
    },
    cy: {
      title: 'Dweud bod gennych gysylltiad ag achos',
      intro:
        'O hynny ymlaen nid yw’r achos yno i chi, beth bynnag ydych iddo. Dywedir yr un peth wrthych a oes achos o’r fath ai peidio.',
      caseIdOrReference: 'Cyfeirnod yr achos',
      caseIdOrReferenceHint: 'Fel y’i darllenir ar y ffôn: wyth llythyren a digid',
      send: 'Mae gennyf gysylltiad ag ef',
    },
  },
});
