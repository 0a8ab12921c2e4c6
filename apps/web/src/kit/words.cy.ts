// The Welsh sentences that pages share. Drafts: no translator has checked them.
import type { en } from './words.en.js';

export const cy: { readonly [Part in keyof typeof en]: { readonly [Key in keyof (typeof en)[Part]]: string } } = {
  site: {
    name: 'Concord',
    skip: 'Neidio i’r prif gynnwys',
    language: 'Iaith',
    home: 'Mynd i’r dudalen gyntaf',
    problem: 'Mae problem',
    error: 'Gwall',
    onward: 'Parhau',
    draft: 'Drafft yw’r Gymraeg ar y dudalen hon. Nid yw cyfieithydd wedi ei gwirio eto.',
  },
  roles: {
    facilitator: 'Hwylusydd',
    coordinator: 'Cydlynydd',
    manager: 'Rheolwr',
    safeguardingLead: 'Arweinydd diogelu',
  },
  quickExit: {
    button: 'Gadael y wefan hon',
    how: 'Sut mae gadael yn gyflym yn gweithio',
  },
  command: {
    check: 'Gwirio yn gyntaf',
    send: 'Anfon',
    wouldHappen: 'Byddai hyn yn digwydd.',
    wouldNot: 'Ni fyddai hyn yn digwydd:',
    notNow: 'Ni all hyn ddigwydd ar hyn o bryd.',
    notPermitted: 'Nid chi sydd i wneud hyn.',
    stale:
      'Newidiodd rhywbeth tra roeddech yn ysgrifennu. Mae’r hyn a deipioch yma o hyd. Gwiriwch ef, yna ei anfon eto.',
    invalid:
      'Ni dderbyniwyd hyn. Os anfonoch ef o’r blaen, efallai ei fod wedi’i wneud eisoes. Gwiriwch yn gyntaf, yna ei anfon eto.',
  },
};
