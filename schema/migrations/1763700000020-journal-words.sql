-- Why: figures count dated journal entries by one word of each (R73); beside the entry, and made by the database alone, it can be counted without opening the entry.

-- The fields are those of `words` in libs/measures/definitions; a test compares the two. A vocabulary word is never longer than 64 letters.
alter table journal
  add column word text generated always as (left(case
    when type = 'contact.attempted' then event ->> 'outcome'
    when type = 'suitability.decided' then event ->> 'suitable'
    when type = 'process.chosen' then event ->> 'processType'
    when type in ('conference.ended', 'exchange.ended') then event ->> 'how'
    when type = 'case.closed' then event ->> 'reason'
    when type in ('checkpoint.passed', 'checkpoint.refused') then event ->> 'checkpoint'
  end, 64)) stored,
  add column whom text generated always as (left(case
    when type in ('contact.attempted', 'participant.left') then event ->> 'participantId'
  end, 64)) stored;
comment on column journal.word is 'special-category: the word of the event that figures count by; made from event';
comment on column journal.whom is 'operational: the participant it is about, where figures count persons; made from event';

-- The cohort of a period, the entries of a case that mark a step, the sign-offs of a period: each read from the index alone.
create index journal_referred on journal (service_id, at, case_id) where type = 'case.opened';
create index journal_counted on journal (service_id, case_id, seq) include (type, at, word, whom)
  where type in ('contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.chosen', 'conference.ended', 'exchange.ended',
    'victimOnly.completed', 'case.closed', 'case.reopened', 'participant.left');
create index journal_signed on journal (service_id, at) include (type, word, case_id) where type in ('checkpoint.passed', 'checkpoint.refused');
