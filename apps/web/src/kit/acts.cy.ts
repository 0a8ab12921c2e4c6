// The Welsh sentences that forms of acts and the banner of an emergency share. Drafts: no translator has checked them.

export const acts = {
  act: {
    preview: 'Fel hyn y bydd yn darllen',
    look: 'Nid oes dim wedi’i anfon eto. Darllenwch ef fel y bydd y person, yna anfonwch ef.',
    person: 'Pwy',
    case: 'Achos',
    organisation: 'Sefydliad',
    agreement: 'Cytundeb',
    records: 'Cofnodion',
  },
  emergency: {
    label: 'Agorwyd mewn argyfwng',
    what: 'Rydych yn gweld yr achos hwn mewn argyfwng, tan {{until}}.',
    read: 'Gallwch ei ddarllen a chodi pryder, a dim mwy. Cofnodir yr hyn yr edrychwch arno.',
    end: 'Rwyf wedi gweld digon: ei gau nawr',
  },
} as const;
