// What the page of one question draws.
import type { AnswersModel } from '../../../kit/answers/answers.js';
import type { WordsModel } from '../../../kit/words/words.js';
import type { Speaker } from '../../../locale/speaker.js';
import { questionId } from '../question-id.js';
import type { ParticipantSaidQuery } from './page.generated.js';
import type { Asked, Part } from './send.js';
import type { en } from './words.en.js';

const explainedItems = [
  'voluntary',
  'process',
  'outcomes',
  'supervision',
  'consequences',
  'noNeedToForgive',
  'advice',
  'confidentiality',
  'dataUse',
  'complaints',
] as const;
type Speak = Speaker<Extract<keyof typeof en, string>>;
type Shown = ParticipantSaidQuery['consentAsShown'];

/** A text as it is shown: blank lines part its paragraphs. */
const exact = (words: string, language: string): WordsModel => ({ paragraphs: words.split(/\n\s*\n/), language });

/** What was explained, as the person is told it; null for an item that has no sentence here. */
function explainedAs(item: string, say: Speak['say']): string | null {
  const own = explainedItems.find((one) => one === item);
  return own ? say(own) : null;
}

/** The question with its text, what was explained, and the four answers. */
export function questionModel(part: Part, asked: Asked, { say, name, day, longDay }: Speak) {
  const { answer, text, laterOn, notNowUntil } = asked;
  const answers: AnswersModel = {
    legend: say('answer'),
    name: 'answer',
    id: 'answer',
    items: [
      { value: 'yes', text: say('yes'), hint: say('yesHint') },
      { value: 'notNow', text: say('notNow'), hint: say('notNowHint', { on: day(notNowUntil) }) },
      { value: 'later', text: say('later'), hint: say('laterHint', { on: day(laterOn) }) },
      { value: 'no', text: say('no'), hint: answer === 'given' ? say('noBackHint') : say('noHint') },
    ],
  };
  const who = part.contact?.name ?? null;
  return {
    id: questionId(asked),
    title: asked.asks,
    words: text && exact(text.words, text.language),
    version: text?.version ?? '',
    answers,
    who,
    until: longDay(asked.countsUntil),
    adult: asked.withAdult ? (part.appropriateAdult ?? say('anAdult')) : null,
    responsible: part.role === 'responsible',
    explained: asked.explains.map((item) => ({
      value: item,
      text: explainedAs(item, say) ?? name('explainedItems', item),
    })),
    explainedOn: part.reachedOn && longDay(part.reachedOn),
    already: answer !== null,
    lines: {
      yes: say('sureYes'),
      notNow: say('sureNotNow', { on: longDay(notNowUntil) }),
      later: say('sureLater', { on: longDay(laterOn) }),
      no: say('sureNo'),
    },
  };
}

/** What was said, to keep: the answer, its day, and the text that a yes was said to. */
export function keptModel(asked: Asked, shown: Shown, { say, longDay }: Speak) {
  const said = { given: 'saidYes', refused: 'saidNo', withdrawn: 'saidBack', notNow: 'saidNotNow' } as const;
  const answer = asked.answer as keyof typeof said | null;
  return {
    title: asked.asks,
    said: answer && say(said[answer]),
    on: asked.answeredAt && longDay(asked.answeredAt),
    words: shown?.words == null ? null : exact(shown.words, shown.language),
    version: shown?.version ?? null,
    givenOn: shown && longDay(shown.givenAt),
    endedOn: shown?.endedAt == null ? null : longDay(shown.endedAt),
  };
}
