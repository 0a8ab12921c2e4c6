-- Why: a figure (R73 to R75) is read from kept counters, so that it costs the days of its period and not the cases of the service.

-- How figures are kept. A command leaves one row in figure_pending, in its own transaction, when it changes something that is
-- counted (triggers, next file); it takes no lock that another command wants. Whoever reads a figure first calls
-- figures_settle: under a lock of the service it counts the pending cases again, compares with what was kept of them
-- (figure_case, figure_person), and adds the difference to the counters (figure_count). So no acknowledged command is
-- missing from a figure, a crash leaves either both or neither, and only the one who holds the lock writes counters.
-- The lists behind figures are read from figure_case in the order of its index.

create table figure_pending (
  service_id uuid not null,
  case_id uuid not null
);
create index figure_pending_service on figure_pending (service_id);
comment on table figure_pending is 'Cases that changed since the figures were last settled; written by triggers, without a key so that no command waits for another.';
comment on column figure_pending.service_id is 'operational: the service';
comment on column figure_pending.case_id is 'operational: the case to count again; may stand here more than once';

create table figure_case (
  service_id uuid not null,
  case_id uuid not null,
  figure text not null,
  part text not null,
  nth int not null,
  at timestamptz not null,
  day date not null,
  before timestamptz,
  took bigint,
  tenth int,
  n int[] not null,
  primary key (case_id, figure, part, nth)
);
create index figure_case_list on figure_case (service_id, figure, part, at, case_id);
create index figure_case_tenth on figure_case (service_id, part, tenth, day, took) where figure = 'span';
comment on table figure_case is 'What a case counts in now: one row a figure. Worked out from its journal, its columns and its participants.';
comment on column figure_case.service_id is 'operational: the service';
comment on column figure_case.case_id is 'operational: the case';
comment on column figure_case.figure is 'operational: the figure, as the first word of its list (libs/measures/lists)';
comment on column figure_case.part is 'special-category: which of it: step, span, reason of loss, stage, what it waits for, checkpoint, door passed while shut, facilitator or side';
comment on column figure_case.nth is 'operational: 1; the second sign-off or deviation of the same kind in a case is 2';
comment on column figure_case.at is 'operational: the instant lists are ordered by: of referral or opening, since when it waits, of the sign-off or deviation';
comment on column figure_case.day is 'operational: the London day of that instant, which it is counted on';
comment on column figure_case.before is 'operational: of a sign-off or deviation, the one of the same kind before it in this case; null for the first';
comment on column figure_case.took is 'operational: of a span, its milliseconds';
comment on column figure_case.tenth is 'operational: of a span, its tenths of a day, rounded half up';
comment on column figure_case.n is 'special-category: what it adds to its counter, by place; what the places mean is said at figure_rows';

create table figure_person (
  service_id uuid not null,
  case_id uuid not null,
  role text not null,
  person_id uuid not null,
  day date not null,
  steps boolean[] not null,
  primary key (case_id, role, person_id)
);
create index figure_person_days on figure_person (service_id, person_id, role, day);
comment on table figure_person is 'At which steps of which case a person harmed or responsible counts, so that distinct persons of any period can be counted.';
comment on column figure_person.service_id is 'operational: the service';
comment on column figure_person.case_id is 'operational: the case';
comment on column figure_person.role is 'special-category: harmed or responsible';
comment on column figure_person.person_id is 'operational: the person, as merged records are read';
comment on column figure_person.day is 'operational: the London day the case was referred on';
comment on column figure_person.steps is 'special-category: for each step of the funnel, in order, whether they count there';

create table figure_count (
  service_id uuid not null,
  figure text not null,
  unit text not null check (unit in ('day', 'dayBefore', 'month', 'ever')),
  day date not null,
  part text not null,
  n int[] not null,
  primary key (service_id, figure, unit, day, part)
);
create index figure_count_empty on figure_count (service_id) where 0 = all (n);
comment on table figure_count is 'The counters: sums of what figure_case and figure_person say, by day, by month, or over all time.';
comment on column figure_count.service_id is 'operational: the service';
comment on column figure_count.figure is 'operational: the figure; of a span also the range of lengths';
comment on column figure_count.unit is 'operational: day, month or ever; dayBefore is the earlier day of two on which a person came';
comment on column figure_count.day is 'operational: the day, the first of the month, or -infinity';
comment on column figure_count.part is 'special-category: as in figure_case; of persons who came again, the other of the two days';
comment on column figure_count.n is 'special-category: the sums, by place';

-- Figures are the service's alone: the application reads them in service scope, and only the functions of the next file write them.
do $$
declare t text;
begin
  foreach t in array array['figure_pending', 'figure_case', 'figure_person', 'figure_count'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to concord_app', t);
    execute format('create policy %I on %I for select using (service_id = (select concord_service()) and (select concord_sight()) = ''service'')', t || '_read', t);
  end loop;
end
$$;

-- The entries of a case that figures count, read in their order without the table.
create index journal_counted on journal (service_id, case_id, seq) include (type, happened_at, word, whom, process)
  where type in ('case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded',
    'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed');
-- Of these alone the deviations are read: few entries have any.
create index journal_deviated on journal (service_id, case_id, seq) where jsonb_array_length(event -> 'deviations') > 0;
