/** The public self-referral form: one JSON object a person. */
import { mapping } from '../mapping/mapping.js';

export const self = mapping.parse({
  name: 'self',
  source: 'self',
  shape: 'forms',
  columns: {
    receivedAt: 'receivedOn',
    iAm: 'sender.is',
    name: 'sender.name',
    callMe: 'sender.knownAs',
    reportedToPolice: 'sender.reported',
    crimeReference: 'reference',
    whatHappened: 'sender.story',
    'contact.safe': 'sender.safe',
    'contact.ways': 'sender.ways',
    'contact.phone': 'sender.telephone',
    'contact.email': 'sender.email',
    'contact.times': 'sender.times',
    'contact.safeWords': 'sender.safeWords',
    'contact.address': 'sender.address',
    'contact.voicemail': 'sender.voicemail',
    'contact.mustNotKnow': 'sender.mustNotKnow',
    language: 'sender.language',
    needs: 'sender.needs',
    domesticAbuse: 'domesticAbuse',
    urgent: 'sender.urgent',
    theyAgree: 'sender.theyAgree',
    handOver: 'sender.handOver',
    forStaff: 'sender.forStaff',
  },
  dates: ['iso'],
  words: {
    sender: {
      'person harmed': { role: 'harmed', side: 'harmed', initiator: 'harmed' },
      'bereaved relative': { role: 'harmed', side: 'harmed', initiator: 'harmed', bereaved: true },
      'person responsible': { role: 'responsible', side: 'responsible', initiator: 'responsible' },
      'parent of a child harmed': { role: 'parentOrCarer', side: 'harmed', initiator: 'other' },
      'on behalf of somebody harmed': { role: 'parentOrCarer', side: 'harmed', initiator: 'other' },
      // A parent or carer does not say of whom, so they have no side yet.
      'parent or carer': { role: 'parentOrCarer', side: null, initiator: 'other' },
    },
    ways: { phone: 'phone', text: 'text', email: 'email', post: 'post' },
    needs: {
      bsl: 'britishSignLanguage',
      'easy read': 'easyRead',
      'large print': 'largePrint',
      'someone with me': 'companion',
      interpreter: 'interpreter',
    },
  },
});
