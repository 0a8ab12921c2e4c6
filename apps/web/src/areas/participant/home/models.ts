// What a person's own page draws, from what the API tells them of their own part.
import type { PathModel } from '../../../kit/path/path.js';
import type { LinksModel } from '../../../kit/links/links.js';
import type { Speaker } from '../../../locale/speaker.js';
import type { ParticipantHomeQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Part = ParticipantHomeQuery['myCases'][number];
type Asked = Part['consents'][number];
type Speak = Speaker<Extract<keyof typeof en, string>>;
type StepName = Part['steps'][number]['name'];

/** Everything they are or were asked, in the order of the practice. */
const asksOf = (part: Part): Asked[] => [...part.consents, ...part.processes.flatMap(({ consents }) => consents)];

/** What they are asked, without a word that tells somebody beside them what it is about: the question itself is on its own page. */
function questionOf({ purpose }: Asked): 'askContact' | 'askPrepare' | 'askTakePart' | 'askOther' {
  switch (purpose) {
    case 'contact':
      return 'askContact';
    case 'prepare':
      return 'askPrepare';
    case 'takePart':
      return 'askTakePart';
    default:
      return 'askOther';
  }
}

/** The first thing they are asked now; null where there is none. */
export function askNow(part: Part, { say }: Speak): { title: string; line: string; href: string } | null {
  const [first, ...others] = asksOf(part).filter(({ asked }) => asked);
  if (!first) return null;
  return {
    title: say(questionOf(first)),
    line: others.length === 0 ? say('askTime') : say('askMore'),
    href: '/your-page/answers',
  };
}

/** Steps whose sentence has a line of its own below it. */
const withLine = (name: StepName, { say }: Speak, { on, moment }: { on: string; moment: string }): string | null => {
  switch (name) {
    case 'asked':
      return say('askedLine');
    case 'notNow':
      return on === '' ? say('notNowOpenLine') : say('notNowLine', { on });
    case 'inContact':
      return say('inContactLine');
    case 'preparing':
      return say('preparingLine');
    case 'meetingBooked':
      return say('meetingBookedLine', { moment });
    case 'afterwards':
      return on === '' ? say('afterwardsOpenLine') : say('afterwardsLine', { on });
    case 'ended':
      return say('endedLine');
    case 'prepareNext':
      return say('prepareNextLine');
    case 'meetingNext':
      return say('meetingNextLine');
    case 'exchangeNext':
      return say('exchangeNextLine');
    case 'chooseNext':
      return say('chooseNextLine');
    case 'inTouchNext':
      return say('inTouchNextLine');
    case 'comeBack':
      return say('comeBackLine');
    default:
      return null;
  }
};

/** Where they are: every step with its day, and for those ahead what they mean. */
export function pathOf(part: Part, speak: Speak): PathModel {
  const startsAt = part.processes.find(({ meeting }) => meeting)?.meeting?.startsAt;
  return {
    labelledBy: 'where',
    steps: part.steps.map(({ place, name, on }) => {
      const day = on ? speak.longDay(on) : '';
      const moment = startsAt ? `${speak.longDay(startsAt)}, ${speak.time(startsAt)}` : day;
      const line = withLine(name, speak, { on: day, moment });
      return { place, text: speak.say(name), lines: line === null ? (day ? [day] : []) : [line] };
    }),
  };
}

/** What is theirs to see and change. */
export function ways(part: Part, { say }: Speak): LinksModel {
  const answered = asksOf(part).filter(({ answer }) => answer !== null).length;
  return {
    items: [
      {
        href: '/your-page/answers',
        text: say('answers'),
        line: answered === 0 ? say('answersNone') : say('answersLine'),
      },
      { href: '/your-page/reach', text: say('reach'), line: say('reachLine') },
      { href: '/your-page/talk?for=meeting', text: say('gettingReady'), line: say('gettingReadyLine') },
      { href: '/your-page/letters', text: say('letters'), line: say('lettersLine') },
      { href: '/your-page/messages', text: say('messages'), line: say('messagesLine') },
      { href: '/your-page/visits', text: say('visits'), line: say('visitsLine') },
    ],
  };
}

/** By when they are answered, where they asked for an update and were not yet. */
export function updateOf({ help }: Part, { say, longDay }: Speak): string | null {
  const asked = help.find(({ kind }) => kind === 'update');
  if (!asked) return null;
  return asked.answer === null ? say('updateBy', { by: longDay(asked.answerBy) }) : say('updateAnswered');
}
