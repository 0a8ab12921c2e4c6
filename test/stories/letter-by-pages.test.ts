// Story: a letter passes from one side to the other through pages alone: written down, agreed to, read by two, passed on.
import { consentPurposes, type Id, type Purpose } from '#libs/case';
import { formsIn } from '../harness/web/forms-in-html.js';
import { startServiceWithPages, type ServiceWithPages } from '../harness/web/service-with-pages.js';
import { aCase } from '../scenario/a-case.js';
import { CaseAtDesks } from '../scenario/case-at-desks.js';

let pages: ServiceWithPages;
let theCase: CaseAtDesks;
let harmed: Id;
let responsible: Id;
beforeAll(async () => {
  pages = await startServiceWithPages();
  const prepared = await aCase(pages.service).prepared('letter').begins();
  theCase = new CaseAtDesks(pages, prepared.id);
  [harmed, responsible] = [(await prepared.the('harmed')).id, (await prepared.the('responsible')).id];
}, 120_000);
afterAll(() => pages.ends());

const letter = 'I am sorry.\n\nI took your bicycle, and you needed it.';
const agrees = (who: Id, purpose: Purpose) =>
  theCase.does(
    'grace',
    `give-consent/${who}.${purpose}.letter`,
    { items: consentPurposes[purpose].explained, form: 'written' },
    who,
  );

test('it is written down in the words of its sender, who agrees to the exact text', async () => {
  await theCase.does('grace', 'draft-communication', { from: responsible, to: harmed, kind: 'letter', text: letter });
  const desk = await theCase.goesTo('grace', 'agree-communication');
  expect(desk.text).toMatch(/I am sorry\. I took your bicycle, and you needed it\./);
  await desk.does({ participantId: responsible });
});

test('whoever it is for says yes to receiving it, and to its being known that they did', async () => {
  await agrees(harmed, 'receive');
  await agrees(harmed, 'receiptKnown');
});

test('two members of staff read the whole text, and what is passed on stands on the page', async () => {
  await theCase.does('grace', 'screen-communication');
  await theCase.does('sade', 'second-check-communication');
  const desk = await theCase.goesTo('sade', 'pass-checkpoint');
  // The two people of the case are offered first, and then the letter.
  const [about = ''] = formsIn(desk.html)
    .flatMap(({ offered }) => offered.get('about') ?? [])
    .slice(2);
  await desk.does({ checkpoint: 'beforePassing', about });
  await theCase.does('grace', 'settle-arrangements', { aftercare: 'Grace is there while it is read' });
  await theCase.does('grace', 'pass-communication', { how: 'handedOver' });
  expect(theCase.desk('grace').text).toContain('Done: Pass a letter or message on');
});
