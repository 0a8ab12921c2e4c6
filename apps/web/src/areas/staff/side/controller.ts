// One side of a case, on a screen of its own: never both sides' confidences on one page.
import { Controller, Get, Param, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/problem/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { formAddress, personAddress } from '../addresses.js';
import { staffArea } from '../area.js';
import { caseHead } from '../case/head.js';
import { contactRules } from '../contact-rules.js';
import { sideOf } from '../sides.js';
import { StaffSide } from './page.generated.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, staffArea, { en, cy });

@Controller('cases/:caseId/sides/:side')
export class SidePage {
  @Get()
  async show(@Res() { page }: PageReply, @Param('caseId') id: string, @Param('side') side: string) {
    if (side !== 'harmed' && side !== 'responsible') throw new HttpProblem(404);
    const { me, case: found } = await page.askWithin(staffArea, StaffSide, { id });
    if (!found?.participants) throw new HttpProblem(404);
    const speaker = page.speaker(view);
    const people = found.participants.filter((person) => sideOf(found.processes ?? [], person) === side);
    return page.show(view, {
      head: caseHead(found, side, speaker, me.roles),
      reference: found.reference,
      people: people.map((person) => {
        const door = found.doors?.find(({ event, about }) => event === 'contact.attempted' && about === person.id);
        return {
          name: person.name ?? speaker.name('roles', person.role),
          role: speaker.name('roles', person.role),
          href: personAddress(id, person.id),
          rules: { ...contactRules(person, side, door ?? null, [], null, speaker), id: `reach-${person.id}` },
        };
      }),
      concernAt: formAddress(id, 'raise-concern'),
    });
  }
}
