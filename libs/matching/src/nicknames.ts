/** Forms of one given name that the same person is often written under. */

/**
 * Our own short list, made for this service and no authority: short and familiar forms that English and Welsh people commonly
 * use in place of one another, and Welsh forms that letters and registers put into English (Siân and Jane, Dafydd and David).
 * A pair stands here only when either is often written for the other; it makes two records worth a look and proves nothing.
 */
const forms: readonly string[] = [
  'jane sian shan janet jean jan jenny siani',
  'john sion ioan evan ieuan ifan jack jon johnny',
  'david dafydd dewi dave davey dai davy',
  'william gwilym will bill billy liam wil willie',
  'james iago jim jimmy jamie jem',
  'stephen steffan steven steve stevie',
  'michael mihangel mike mick micky mikey',
  'thomas tomos tom tommy twm',
  'robert rob bob bobby robbie bert',
  'richard rhisiart rick ricky dick rich richie',
  'edward edwart ed eddie ted teddy ned iorwerth',
  'henry harri harry hal',
  'george sior',
  'peter pedr pete',
  'paul pawl',
  'andrew andras andy drew',
  'matthew mathew matt mathias',
  'christopher chris kit topher',
  'anthony antony tony',
  'joseph joe joey',
  'daniel deiniol dan danny',
  'samuel sam sammy',
  'benjamin ben benny',
  'alexander alex sandy xander',
  'nicholas nicolas nick nicky',
  'philip phillip ffilip phil pip',
  'kenneth cennydd ken kenny',
  'ronald ron ronnie',
  'hugh huw hughie',
  'owen owain',
  'reese rhys rees reece',
  'margaret marged mair maggie meg megan peggy marg mared',
  'mary mari mair molly polly maria',
  'elizabeth elisabeth bethan beth liz lizzie betty eliza lisa libby elin',
  'catherine katherine catrin kathryn cath kate katie kathy cathy kitty',
  'ann anne anna annie nan nansi',
  'helen elen ellen nell nellie',
  'susan susanna susannah sue suzie suzanne',
  'sarah sara sally sadie',
  'patricia pat patsy trish tricia',
  'jennifer jen jenny',
  'jacqueline jackie jacqui',
  'deborah debra debbie deb',
  'christine christina chris tina chrissie cerys',
  'victoria vicky vicki tori',
  'rebecca becky becca',
  'alice alys',
  'eleanor elinor nora ellie',
  'frances ffion fran fanny',
  'gwendoline gwendolen gwen gwennie',
];

// A form that stands in two rows (Chris, Jenny) is one of both: each row gives it a name of its own.
const rowsOf = new Map<string, string[]>();
for (const row of forms) {
  const [first = '', ...others] = row.split(' ');
  for (const form of [first, ...others]) rowsOf.set(form, [...(rowsOf.get(form) ?? []), first]);
}

/** The names a folded word may be a form of; the word itself when it stands in no row. */
export const nameForms = (word: string): readonly string[] => rowsOf.get(word) ?? [word];
