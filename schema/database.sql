-- The database as one page, worked out from its catalogue; a test compares it. Change it through schema/migrations.

-- Which command was answered under which idempotency key, so that it happens once.
create table answer (
  actor_id     text not null, -- operational: who asked, or clock
  key          text not null, -- operational: digest of the key they chose
  service_id   uuid not null, -- operational: the service
  case_id      uuid not null, -- operational: the case it was about
  request_hash bytea not null, -- operational: digest of the command, keyed under the master key, to notice a key used for something else
  revision     integer not null, -- operational: the revision the command led to
  at           timestamp with time zone not null, -- operational: when
  PRIMARY KEY (actor_id, key)
);
grant insert, select on answer to concord_app;
create policy answer_keep on answer for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy answer_read on answer for select using (((service_id = (select concord_service())) AND (((select concord_sight()) = 'service') OR (actor_id = ((select concord_who()))::text))));
create policy answer_written_insert on answer as restrictive for insert with check ((select concord_itself()));

-- A place that is served, whoever serves and commissions it.
create table area (
  id   uuid not null default gen_random_uuid(), -- public: random
  name text not null, -- public: the name of the area
  UNIQUE (name),
  PRIMARY KEY (id)
);
grant select on area to concord_app;
create policy area_read on area for select using (((select concord_service()) IS NOT NULL));

-- One case with its processes. State and facts are the fold of its journal; the other columns are for lists and are worked out from them.
create table case_file (
  id                    uuid not null, -- operational: random
  service_id            uuid not null, -- operational: the service whose case it is
  area_id               uuid, -- operational: the area it came from; null when not known
  reference             text not null, -- operational: random reference for the telephone
  revision              integer not null, -- operational: number of events so far; equals the last seq of the journal
  machine_version       integer not null, -- operational: the version of the case core that wrote state and facts
  state                 jsonb not null, -- operational: where the case and each of its processes stand
  facts                 jsonb not null, -- special-category: what the rules need, ids only; who was harmed by what can be read from it
  last_hash             bytea not null, -- operational: hash of the last journal entry, so that the chain ends here
  stage                 text not null, -- operational: stage of the most pressing process, or closed
  step                  text, -- operational: step of the meeting, of that process; null when it is at none
  stage_since           timestamp with time zone not null, -- operational: when that process entered the stage, or the case was closed
  next_step             text, -- operational: the step that process waits to take
  lead_id               uuid, -- operational: lead facilitator
  staff_ids             uuid[] not null default '{}'::uuid[], -- operational: facilitators who may see that there is a case
  undeclared_ids        uuid[] not null default '{}'::uuid[], -- operational: of those, who has not declared yet and sees no detail (R42)
  process_type          text, -- operational: kind of the most pressing process; null while it is not chosen
  direct                text, -- operational: direct, indirect or none; null while undecided
  waiting_on            text, -- operational: who can supply what stands before the next step
  waiting_rule          text, -- operational: the rule that makes it wait
  waiting_since         timestamp with time zone not null default 'infinity'::timestamp with time zone, -- operational: since when; infinity when it waits for nobody, so that it sorts last
  open_concerns         integer not null default 0, -- special-category: safeguarding concerns not yet resolved
  unreviewed_deviations integer not null default 0, -- operational: things done though a door was shut, and not reviewed yet (R95)
  sensitive             boolean not null default false, -- special-category: flagged sensitive or complex
  flags                 text[] not null default '{}'::text[], -- special-category: risk flags
  points                integer not null default 0, -- operational: what it weighs in a facilitator's caseload (R46)
  opened_at             timestamp with time zone not null, -- operational: when the case was opened
  updated_at            timestamp with time zone not null, -- operational: when its last event happened
  closed_at             timestamp with time zone, -- operational: when it was closed
  closed_because        text, -- special-category: the coded reason for closing (R8)
  connected_ids         uuid[] not null generated always as (connected_in(facts)), -- special-category: staff who declared in it that they are connected (R42); worked out from the facts
  PRIMARY KEY (id),
  UNIQUE (service_id, reference),
  FOREIGN KEY (area_id) REFERENCES area(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX case_file_area ON case_file USING btree (service_id, area_id, waiting_since, id) WHERE (area_id IS NOT NULL);
CREATE INDEX case_file_closed ON case_file USING btree (service_id, waiting_since, id) WHERE (closed_at IS NOT NULL);
CREATE INDEX case_file_concern ON case_file USING btree (service_id, waiting_since, id) WHERE (open_concerns > 0);
CREATE INDEX case_file_connected ON case_file USING gin (connected_ids) WITH (fastupdate=off) WHERE (connected_ids <> '{}'::uuid[]);
CREATE INDEX case_file_flag_child_victim ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{childVictim}'[]);
CREATE INDEX case_file_flag_coercive_control ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{coerciveControl}'[]);
CREATE INDEX case_file_flag_continuing_contact ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{continuingContact}'[]);
CREATE INDEX case_file_flag_death ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{death}'[]);
CREATE INDEX case_file_flag_domestic_abuse ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{domesticAbuse}'[]);
CREATE INDEX case_file_flag_exploitation ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{exploitation}'[]);
CREATE INDEX case_file_flag_hate ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{hate}'[]);
CREATE INDEX case_file_flag_high_risk ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{highRisk}'[]);
CREATE INDEX case_file_flag_mental_health ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{mentalHealth}'[]);
CREATE INDEX case_file_flag_multi_party ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{multiParty}'[]);
CREATE INDEX case_file_flag_relationship ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{relationship}'[]);
CREATE INDEX case_file_flag_sexual ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{sexual}'[]);
CREATE INDEX case_file_flag_stalking ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{stalking}'[]);
CREATE INDEX case_file_flag_terrorism ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{terrorism}'[]);
CREATE INDEX case_file_flag_trafficking ON case_file USING btree (service_id, waiting_since, id) WHERE (flags @> '{trafficking}'[]);
CREATE INDEX case_file_lead ON case_file USING btree (service_id, lead_id, waiting_since, id) WHERE (lead_id IS NOT NULL);
CREATE INDEX case_file_no_lead ON case_file USING btree (service_id, waiting_since, id) WHERE (lead_id IS NULL);
CREATE INDEX case_file_open ON case_file USING btree (service_id, waiting_since, id) WHERE (closed_at IS NULL);
CREATE INDEX case_file_opened ON case_file USING btree (service_id, opened_at, id);
CREATE INDEX case_file_sensitive ON case_file USING btree (service_id, waiting_since, id) WHERE sensitive;
CREATE INDEX case_file_staff ON case_file USING gin (staff_ids) WITH (fastupdate=off);
CREATE INDEX case_file_stage ON case_file USING btree (service_id, stage, waiting_since, id);
CREATE INDEX case_file_step ON case_file USING btree (service_id, step, waiting_since, id) WHERE (step IS NOT NULL);
CREATE INDEX case_file_unassigned ON case_file USING btree (service_id, opened_at, id) WHERE ((closed_at IS NULL) AND (lead_id IS NULL));
CREATE INDEX case_file_updated ON case_file USING btree (service_id, updated_at, id);
CREATE INDEX case_file_waiting ON case_file USING btree (service_id, waiting_since, id);
CREATE INDEX case_file_waiting_on ON case_file USING btree (service_id, waiting_on, waiting_since, id) WHERE (waiting_on IS NOT NULL);
CREATE TRIGGER case_file_figures AFTER UPDATE ON case_file FOR EACH ROW WHEN ((((((((((((old.stage IS DISTINCT FROM new.stage) OR (old.step IS DISTINCT FROM new.step)) OR ((old.closed_at IS NULL) IS DISTINCT FROM (new.closed_at IS NULL))) OR ((old.lead_id IS NULL) IS DISTINCT FROM (new.lead_id IS NULL))) OR (old.waiting_on IS DISTINCT FROM new.waiting_on)) OR (old.waiting_rule IS DISTINCT FROM new.waiting_rule)) OR (old.waiting_since IS DISTINCT FROM new.waiting_since)) OR (old.staff_ids IS DISTINCT FROM new.staff_ids)) OR (old.undeclared_ids IS DISTINCT FROM new.undeclared_ids)) OR (old.sensitive IS DISTINCT FROM new.sensitive)) OR (old.points IS DISTINCT FROM new.points))) EXECUTE FUNCTION figure_pending_of_case();
CREATE TRIGGER case_file_figures_opened AFTER INSERT ON case_file FOR EACH ROW EXECUTE FUNCTION figure_pending_of_case();
CREATE TRIGGER draft_falls AFTER UPDATE OF staff_ids ON case_file FOR EACH ROW WHEN ((old.staff_ids IS DISTINCT FROM new.staff_ids)) EXECUTE FUNCTION draft_falls();
grant insert, select, update on case_file to concord_app;
create policy case_file_connected on case_file as restrictive for all using ((id <> ALL ((select concord_connected())::uuid[])));
create policy case_file_move on case_file for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy case_file_open on case_file for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy case_file_read on case_file for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE (id = ANY ((select concord_cases())::uuid[])) END));
create policy case_file_written_insert on case_file as restrictive for insert with check ((select concord_itself()));
create policy case_file_written_update on case_file as restrictive for update using ((select concord_itself()));

-- Which offences a case is about.
create table case_offence (
  case_id    uuid not null, -- operational: the case
  offence_id uuid not null, -- special-category: the offence
  service_id uuid not null, -- operational: the service
  PRIMARY KEY (case_id, offence_id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (offence_id) REFERENCES offence(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX case_offence_offence ON case_offence USING btree (offence_id);
grant insert, select on case_offence to concord_app;
create policy case_offence_connected on case_offence as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy case_offence_read on case_offence for select using (((service_id = (select concord_service())) AND (((select concord_sight()) = 'service') OR (case_id = ANY ((select concord_declared())::uuid[])))));
create policy case_offence_write on case_offence for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy case_offence_written_insert on case_offence as restrictive for insert with check ((select concord_itself()));

-- From when until when a service serves an area for a commissioner. A transfer ends one row and starts another.
create table commission (
  id              uuid not null default gen_random_uuid(), -- public: random
  service_id      uuid not null, -- public: the service that serves
  area_id         uuid not null, -- public: the area served
  commissioner_id uuid not null, -- public: on whose behalf
  starts_on       date not null, -- public: first day
  ends_on         date, -- public: first day no longer covered; null while it runs
  CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
  PRIMARY KEY (id),
  UNIQUE (service_id, area_id, commissioner_id, starts_on),
  FOREIGN KEY (area_id) REFERENCES area(id),
  FOREIGN KEY (commissioner_id) REFERENCES commissioner(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX commission_area ON commission USING btree (area_id, starts_on);
grant select on commission to concord_app;
create policy commission_read on commission for select using ((service_id = (select concord_service())));

-- Who pays for and answers for victim services: a Police and Crime Commissioner today, a mayor or council tomorrow.
create table commissioner (
  id   uuid not null default gen_random_uuid(), -- public: random
  name text not null, -- public: the name of the office
  kind text not null, -- public: pcc, mayor, council or another; a word, not a rule
  UNIQUE (name),
  PRIMARY KEY (id)
);
grant select on commissioner to concord_app;
create policy commissioner_read on commissioner for select using (((select concord_service()) IS NOT NULL));

-- Who has declared a connection with a case or a person. It is never taken back by the one who declared it.
create table connection (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  staff_id    uuid not null, -- operational: the member of staff who declared it
  case_id     uuid, -- special-category: the case; null when it is with a person
  person_id   uuid, -- special-category: the person, in every case of theirs; null when it is with a case
  declared_at timestamp with time zone not null, -- operational: when
  CHECK ((num_nonnulls(case_id, person_id) = 1)),
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (service_id) REFERENCES service(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX connection_staff ON connection USING btree (staff_id);
grant insert, select on connection to concord_app;
create policy connection_service on connection for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service') AND ((select concord_who()) IS NULL)));
create policy connection_written_insert on connection as restrictive for insert with check ((select concord_itself()));

-- The exact texts by which people of a service are asked. Nobody changes or removes one: another wording is another version.
create table consent_text (
  id           uuid not null default gen_random_uuid(), -- public: random
  service_id   uuid not null, -- public: whose text it is
  purpose      text not null, -- public: what is asked, a purpose of the case core
  about        text not null default '-'::text, -- public: the kind of process or of words it is about; - for the purpose in general
  version      text not null, -- public: the service's own name of this wording
  language     text not null, -- public: language tag, BCP 47
  words        text not null, -- public: the words as they are shown
  sha256       bytea not null generated always as (utf8_sha256(words)), -- public: hash of the words; a consent in the journal names it
  draft        boolean not null default false, -- operational: ours, or a translation not yet checked: for the service to approve by publishing a version of its own
  published_at timestamp with time zone not null, -- public: from when it could be shown
  published_by uuid, -- operational: member of staff; null for those that came with the program
  PRIMARY KEY (id),
  UNIQUE (service_id, purpose, about, version, language),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE TRIGGER consent_text_final BEFORE DELETE OR UPDATE OR TRUNCATE ON consent_text FOR EACH STATEMENT EXECUTE FUNCTION consent_text_is_final();
grant insert, select on consent_text to concord_app;
create policy consent_text_service on consent_text for all using ((service_id = concord_service())) with check (((service_id = concord_service()) AND concord_staff()));
create policy consent_text_written_insert on consent_text as restrictive for insert with check (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- What is left of somebody who said no: nothing that leads back to them (R69).
create table decliner (
  id         uuid not null default gen_random_uuid(), -- operational: random; no other table knows it
  service_id uuid not null, -- operational: the service
  closed_in  integer not null, -- operational: the year their case closed
  age_band   text, -- personal: age band; null when not held
  gender     text, -- personal: gender; null when not held
  ethnicity  text, -- special-category: ethnicity; null when not held
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on decliner to concord_app;
create policy decliner_service on decliner for all using (((service_id = concord_service()) AND (concord_sight() = 'service')));
create policy decliner_written_insert on decliner as restrictive for insert with check ((select concord_itself()));

-- What was disclosed without consent, on a legal ground. Append-only.
create table disclosure (
  id           uuid not null, -- operational: random
  service_id   uuid not null, -- operational: the service
  case_id      uuid not null, -- operational: the case it comes from
  person_id    uuid not null, -- operational: whom it is about
  organisation text not null, -- operational: to whom
  ground       text not null, -- special-category: the legal ground
  what         bytea not null, -- special-category: what was disclosed, in words, sealed with the person's key
  told         boolean not null, -- operational: whether the person was told of it
  disclosed_on date not null, -- operational: the day of the disclosure
  at           timestamp with time zone not null, -- operational: when it was recorded
  by           uuid not null, -- operational: by whom
  CHECK ((ground = ANY (ARRAY['legalObligation'::text, 'courtOrder'::text, 'seriousHarm'::text, 'publicTask'::text]))),
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (person_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX disclosure_at ON disclosure USING btree (service_id, at);
CREATE INDEX disclosure_case ON disclosure USING btree (case_id);
CREATE INDEX disclosure_person ON disclosure USING btree (person_id);
grant insert, select on disclosure to concord_app;
create policy disclosure_connected on disclosure as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy disclosure_service on disclosure for all using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE false END));
create policy disclosure_written_insert on disclosure as restrictive for insert with check ((( SELECT concord_has(ARRAY['manager', 'safeguardingLead']) AS concord_has) AND (by = COALESCE((select concord_who()), by))));

-- Which decision outside a case was made under which idempotency key, so that it is made once.
create table done_command (
  actor_id     text not null, -- operational: who asked
  key          text not null, -- operational: digest of the key they chose
  service_id   uuid not null, -- operational: the service
  request_hash bytea not null, -- operational: digest of the command, keyed under the master key, to notice a key used for something else
  made         uuid not null, -- operational: id of what it made or changed
  at           timestamp with time zone not null, -- operational: when
  PRIMARY KEY (actor_id, key),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on done_command to concord_app;
create policy done_command_service on done_command for all using (((service_id = concord_service()) AND ((concord_sight() = 'service') OR (actor_id = (concord_who())::text))));
create policy done_command_written_insert on done_command as restrictive for insert with check (((select concord_itself()) OR (actor_id = ((select concord_who()))::text)));

-- Forms that staff began and have not sent: one for each author and form.
create table draft (
  id         uuid not null, -- operational: random
  service_id uuid not null, -- operational: the service
  author_id  uuid not null, -- operational: the member of staff who types it
  case_id    uuid not null, -- operational: the case
  form       text not null, -- operational: the form, as its address names it
  process_id uuid, -- operational: the process that the form is of; null when of the case
  about      text, -- operational: the ids and words by which the form's address names whom or what it is about
  owner_id   uuid not null, -- operational: the person it is about, else the case: whose key seals it
  words      bytea not null, -- special-category: what was typed, sealed with the owner's key
  kept_at    timestamp with time zone not null, -- operational: when it was last kept
  expires_at timestamp with time zone not null, -- operational: when it goes at the latest
  CHECK ((length(about) <= 300)),
  UNIQUE NULLS NOT DISTINCT (author_id, case_id, form, process_id, about),
  CHECK ((expires_at > kept_at)),
  CHECK ((form ~ '^[a-z][a-z-]{0,59}$'::text)),
  PRIMARY KEY (id),
  FOREIGN KEY (author_id) REFERENCES staff(id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX draft_case ON draft USING btree (case_id);
CREATE INDEX draft_expires ON draft USING btree (service_id, expires_at);
grant delete, insert, select, update on draft to concord_app;
create policy draft_author on draft for all using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_who()) IS NULL) THEN ((select concord_sight()) = 'service') ELSE ((author_id = (select concord_who())) AND concord_details(case_id)) END));
create policy draft_connected on draft as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy draft_written_delete on draft as restrictive for delete using (concord_drafts(case_id, author_id));
create policy draft_written_insert on draft as restrictive for insert with check (concord_drafts(case_id, author_id));
create policy draft_written_update on draft as restrictive for update using (concord_drafts(case_id, author_id));

-- Who opened which case in an emergency: sight of one case, for a time, ended by itself.
create table emergency_access (
  id              uuid not null default gen_random_uuid(), -- operational: random
  service_id      uuid not null, -- operational: the service
  case_id         uuid not null, -- operational: the case that was opened
  staff_id        uuid not null, -- operational: who opened it
  reason          bytea not null, -- special-category: why, in their words; sealed with the case's key
  opened_at       timestamp with time zone not null default now(), -- operational: when
  until           timestamp with time zone not null, -- operational: when sight ends by itself
  ended_at        timestamp with time zone, -- operational: when it was ended before that; null when it was not
  ended_by        uuid, -- operational: by whom
  acknowledged_at timestamp with time zone, -- operational: when somebody who answers for the service took note; null while it waits
  acknowledged_by uuid, -- operational: who took note; never whoever opened it
  CHECK ((until > opened_at)),
  CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL))),
  CHECK ((acknowledged_by <> staff_id)),
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX emergency_access_opened ON emergency_access USING btree (service_id, opened_at, id);
CREATE INDEX emergency_access_staff ON emergency_access USING btree (staff_id, until);
CREATE INDEX emergency_access_waiting ON emergency_access USING btree (service_id, opened_at, id) WHERE (acknowledged_at IS NULL);
grant insert, select, update (acknowledged_at, acknowledged_by, ended_at, ended_by) on emergency_access to concord_app;
create policy emergency_access_change on emergency_access for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy emergency_access_connected on emergency_access as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy emergency_access_open on emergency_access for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy emergency_access_read on emergency_access for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE (((select concord_sight()) = 'staff') AND (staff_id = (select concord_who()))) END));
create policy emergency_access_written_insert on emergency_access as restrictive for insert with check ((select concord_itself()));
create policy emergency_access_written_update on emergency_access as restrictive for update using ((select concord_itself()));

-- What a case counts in now: one row a figure. Worked out from its journal, its columns and its participants.
create table figure_case (
  service_id uuid not null, -- operational: the service
  case_id    uuid not null, -- operational: the case
  figure     text not null, -- operational: the figure, as the first word of its list (libs/measures/lists)
  part       text not null, -- special-category: which of it: step, span, reason of loss, stage, what it waits for, checkpoint, door passed while shut, facilitator or side
  nth        integer not null, -- operational: 1; the second sign-off or deviation of the same kind in a case is 2
  at         timestamp with time zone not null, -- operational: the instant lists are ordered by: of referral or opening, since when it waits, of the sign-off or deviation
  day        date not null, -- operational: the London day of that instant, which it is counted on
  before     timestamp with time zone, -- operational: of a sign-off or deviation, the one of the same kind before it in this case; null for the first
  took       bigint, -- operational: of a span, its milliseconds
  tenth      integer, -- operational: of a span, its tenths of a day, rounded half up
  n          integer[] not null, -- special-category: what it adds to its counter, by place; what the places mean is said at figure_rows
  PRIMARY KEY (case_id, figure, part, nth)
);
CREATE INDEX figure_case_list ON figure_case USING btree (service_id, figure, part, at, case_id);
CREATE INDEX figure_case_tenth ON figure_case USING btree (service_id, part, tenth, day, took) WHERE (figure = 'span');
grant select on figure_case to concord_app;
create policy figure_case_connected on figure_case as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy figure_case_read on figure_case for select using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- The counters: sums of what figure_case and figure_person say, by day, by month, or over all time.
create table figure_count (
  service_id uuid not null, -- operational: the service
  figure     text not null, -- operational: the figure; of a span also the range of lengths
  unit       text not null, -- operational: day, month or ever; dayBefore is the earlier day of two on which a person came
  day        date not null, -- operational: the day, the first of the month, or -infinity
  part       text not null, -- special-category: as in figure_case; of persons who came again, the other of the two days
  n          integer[] not null, -- special-category: the sums, by place
  PRIMARY KEY (service_id, figure, unit, day, part),
  CHECK ((unit = ANY (ARRAY['day'::text, 'dayBefore'::text, 'month'::text, 'ever'::text])))
);
CREATE INDEX figure_count_empty ON figure_count USING btree (service_id) WHERE (0 = ALL (n));
grant select on figure_count to concord_app;
create policy figure_count_read on figure_count for select using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- Cases that changed since the figures were last settled; written by triggers, without a key so that no command waits for another.
create table figure_pending (
  service_id uuid not null, -- operational: the service
  case_id    uuid not null -- operational: the case to count again; may stand here more than once
);
CREATE INDEX figure_pending_service ON figure_pending USING btree (service_id);
grant select on figure_pending to concord_app;
create policy figure_pending_connected on figure_pending as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy figure_pending_read on figure_pending for select using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- At which steps of which case a person harmed or responsible counts, so that distinct persons of any period can be counted.
create table figure_person (
  service_id uuid not null, -- operational: the service
  case_id    uuid not null, -- operational: the case
  role       text not null, -- special-category: harmed or responsible
  person_id  uuid not null, -- operational: the person, as merged records are read
  day        date not null, -- operational: the London day the case was referred on
  steps      boolean[] not null, -- special-category: for each step of the funnel, in order, whether they count there
  PRIMARY KEY (case_id, role, person_id)
);
CREATE INDEX figure_person_days ON figure_person USING btree (service_id, person_id, role, day);
grant select on figure_person to concord_app;
create policy figure_person_connected on figure_person as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy figure_person_read on figure_person for select using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- One upload of referrals.
create table import_batch (
  id         uuid not null default gen_random_uuid(), -- operational: random
  service_id uuid not null, -- operational: the service
  source     text not null, -- operational: police, youth-justice or self
  started_at timestamp with time zone not null, -- operational: when
  by         text not null, -- operational: by whom
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on import_batch to concord_app;
create policy import_batch_service on import_batch for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy import_batch_written_insert on import_batch as restrictive for insert with check ((select concord_itself()));

-- Which referral became which case.
create table import_row (
  service_id  uuid not null, -- operational: the service
  fingerprint text not null, -- operational: digest of what the referral says, keyed for the service: it says nothing without that key
  batch_id    uuid, -- operational: the upload; null for a single referral
  line        integer, -- operational: line of the file
  case_id     uuid not null, -- operational: the case it became
  PRIMARY KEY (service_id, fingerprint),
  FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on import_row to concord_app;
create policy import_row_connected on import_row as restrictive for all using (((case_id IS NULL) OR (case_id <> ALL ((select concord_connected())::uuid[]))));
create policy import_row_service on import_row for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy import_row_written_insert on import_row as restrictive for insert with check ((select concord_itself()));

-- An invitation for a participant to sign in.
create table invitation (
  id             uuid not null default gen_random_uuid(), -- operational: random; no part of the code
  service_id     uuid not null, -- operational: the service
  case_id        uuid not null, -- operational: the case
  participant_id uuid not null, -- operational: who is invited; the person is whoever takes part under this id
  code_hash      bytea not null, -- secret: HMAC of the code with the service's key
  how            text not null, -- operational: how the code reaches them
  made_at        timestamp with time zone not null, -- operational: when
  made_by        uuid not null, -- operational: by which member of staff
  expires_at     timestamp with time zone not null, -- operational: when it can no longer be used
  used_at        timestamp with time zone, -- operational: when somebody signed in with it
  revoked_at     timestamp with time zone, -- operational: when it was taken back
  revoked_by     uuid, -- operational: by which member of staff
  waiting        bytea, -- secret: the code, sealed, until the post has taken it
  sent_at        timestamp with time zone, -- operational: when the post took it
  wrong_codes    integer not null default 0, -- operational: how many wrong one-time codes came for it in the running day, written now and then
  wrong_since    timestamp with time zone, -- operational: when the running day of wrong codes began
  UNIQUE (code_hash),
  CHECK ((how = ANY (ARRAY['post'::text, 'phone'::text, 'inPerson'::text, 'safeChannel'::text]))),
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (case_id, participant_id) REFERENCES participant(case_id, id),
  FOREIGN KEY (made_by) REFERENCES staff(id),
  FOREIGN KEY (revoked_by) REFERENCES staff(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX invitation_case ON invitation USING btree (case_id, participant_id);
CREATE INDEX invitation_waiting ON invitation USING btree (service_id, expires_at) WHERE (waiting IS NOT NULL);
grant delete, insert, select, update on invitation to concord_app;
create policy invitation_connected on invitation as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy invitation_service on invitation for all using ((((service_id = concord_service()) AND (concord_sight() = 'service') AND (concord_who() IS NULL)) OR concord_details(case_id) OR concord_knows(code_hash)));
create policy invitation_written_delete on invitation as restrictive for delete using ((select concord_itself()));
create policy invitation_written_insert on invitation as restrictive for insert with check ((concord_holds(case_id, ARRAY['lead', 'coFacilitator', 'coordinator']) AND (made_by = COALESCE((select concord_who()), made_by))));
create policy invitation_written_update on invitation as restrictive for update using (concord_holds(case_id, ARRAY['lead', 'coFacilitator', 'supervisor', 'coordinator', 'manager', 'safeguardingLead']));

-- What happened to each case, in order, each entry bound to the one before by its hash.
create table journal (
  case_id     uuid not null, -- operational: the case
  seq         integer not null, -- operational: 1, 2, 3 without a gap; the revision it led to
  service_id  uuid not null, -- operational: the service
  at          timestamp with time zone not null, -- operational: when it was recorded, to the millisecond
  by          text not null, -- operational: the actor's id, or clock
  type        text not null, -- operational: what happened
  event       jsonb not null, -- special-category: the rest of the event, ids only
  prev_hash   bytea not null, -- operational: hash of the entry before; 32 zero bytes for the first
  hash        bytea not null, -- operational: sha256 of prev_hash and the canonical JSON of caseId, seq, at, by, type and event
  word        text generated always as ("left"( CASE WHEN (type = 'contact.attempted'::text) THEN (event ->> 'outcome'::text) WHEN (type = 'suitability.decided'::text) THEN (event ->> 'suitable'::text) WHEN (type = 'process.typeChosen'::text) THEN (event ->> 'processType'::text) WHEN (type = ANY (ARRAY['conference.ended'::text, 'conference.recorded'::text])) THEN (event ->> 'how'::text) WHEN (type = 'case.closed'::text) THEN (event ->> 'reason'::text) WHEN (type = ANY (ARRAY['checkpoint.passed'::text, 'checkpoint.refused'::text])) THEN (event ->> 'checkpoint'::text) WHEN (type = 'deviation.reviewed'::text) THEN (event ->> 'deviationId'::text) ELSE NULL::text END, 64)), -- special-category: the word of the event that figures count by; made from event
  whom        text generated always as ("left"( CASE WHEN (type = ANY (ARRAY['contact.attempted'::text, 'participant.left'::text])) THEN (event ->> 'participantId'::text) ELSE NULL::text END, 64)), -- operational: the participant it is about, where figures count persons; made from event
  process     text generated always as ("left"((event ->> 'processId'::text), 64)), -- operational: the process it is about; null when about the case; made from event
  happened_at timestamp with time zone generated always as (COALESCE(journal_on(event), at)), -- operational: when it happened: what counts days counts from here; made from event and at
  PRIMARY KEY (case_id, seq),
  CHECK ((seq > 0))
);
CREATE INDEX journal_counted ON journal USING btree (service_id, case_id, seq) INCLUDE (type, happened_at, word, whom, process) WHERE (type = ANY (ARRAY['case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded', 'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed']));
CREATE INDEX journal_deviated ON journal USING btree (service_id, case_id, seq) WHERE (jsonb_array_length((event -> 'deviations')) > 0);
CREATE INDEX journal_shared ON journal USING btree (service_id, at) WHERE (type = 'information.shared');
CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_figures AFTER INSERT ON journal FOR EACH ROW WHEN (((new.type = ANY (ARRAY['participant.joined', 'member.left'])) OR (jsonb_array_length((new.event -> 'deviations')) > 0) OR (new.type = ANY (ARRAY['case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded', 'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed'])))) EXECUTE FUNCTION figure_pending_of_part();
grant insert, select on journal to concord_app;
create policy journal_append on journal for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy journal_connected on journal as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy journal_read on journal for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE (case_id = ANY ((select concord_declared())::uuid[])) END));
create policy journal_written_insert on journal as restrictive for insert with check ((select concord_itself()));

-- What must not be erased while the hold stands: a person, a case or a whole class of records.
create table legal_hold (
  id          uuid not null, -- operational: random
  service_id  uuid not null, -- operational: the service
  person_id   uuid, -- operational: the person held; null for a case or class
  case_id     uuid, -- operational: the case held, with everybody in it; null for a person or class
  class       text, -- operational: the class of records held; null for a person or case
  owner_id    uuid not null, -- operational: whose key seals the reasons: the person, the case, else the service
  reason      bytea not null, -- special-category: why it was placed, sealed
  placed_at   timestamp with time zone not null, -- operational: when it was placed
  placed_by   uuid not null, -- operational: by whom
  lift_reason bytea, -- special-category: why it was lifted, sealed; null while it stands
  lifted_at   timestamp with time zone, -- operational: when it was lifted; null while it stands
  lifted_by   uuid, -- operational: by whom
  CHECK ((num_nonnulls(person_id, case_id, class) = 1)),
  CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (person_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX legal_hold_case ON legal_hold USING btree (case_id);
CREATE INDEX legal_hold_order ON legal_hold USING btree (service_id, ((lifted_at IS NULL)), placed_at, id);
CREATE INDEX legal_hold_person ON legal_hold USING btree (person_id);
CREATE INDEX legal_hold_standing ON legal_hold USING btree (service_id) WHERE (lifted_at IS NULL);
grant insert, select, update (lift_reason, lifted_at, lifted_by) on legal_hold to concord_app;
create policy legal_hold_connected on legal_hold as restrictive for all using ((((case_id IS NULL) OR (case_id <> ALL ((select concord_connected())::uuid[]))) AND ((person_id IS NULL) OR (person_id <> ALL ((select concord_connected_persons())::uuid[])))));
create policy legal_hold_service on legal_hold for all using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE false END));
create policy legal_hold_written_insert on legal_hold as restrictive for insert with check ((( SELECT concord_has(ARRAY['manager', 'safeguardingLead']) AS concord_has) AND (placed_by = COALESCE((select concord_who()), placed_by))));
create policy legal_hold_written_update on legal_hold as restrictive for update using (( SELECT concord_has(ARRAY['manager', 'safeguardingLead']) AS concord_has));

-- Messages to participants, waiting until the post is built; staff see what waits.
create table notice (
  case_id      uuid not null, -- operational: the case
  id           text not null, -- operational: the notice as the core names it
  service_id   uuid not null, -- operational: the service
  recipient_id uuid not null, -- operational: the participant it is for
  process_id   uuid, -- operational: the process it speaks of; null when of the case
  template     text not null, -- operational: which approved wording
  not_before   timestamp with time zone not null, -- operational: earliest moment it may be sent
  queued_at    timestamp with time zone not null, -- operational: when it was queued
  cancelled_at timestamp with time zone, -- operational: when it was withdrawn before being sent
  sent_at      timestamp with time zone, -- operational: when it was sent
  held_since   timestamp with time zone, -- operational: since when it is held back, because a restore cannot tell whether it was sent; null while it may be sent
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX notice_done ON notice USING btree (service_id, not_before, case_id, id) WHERE (NOT ((cancelled_at IS NULL) AND (sent_at IS NULL)));
CREATE INDEX notice_order ON notice USING btree (service_id, not_before, case_id, id);
CREATE INDEX notice_waiting ON notice USING btree (service_id, not_before, case_id, id) WHERE ((cancelled_at IS NULL) AND (sent_at IS NULL));
grant delete, insert, select, update on notice to concord_app;
create policy notice_change on notice for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy notice_connected on notice as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy notice_read on notice for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE ((case_id = ANY ((select concord_declared())::uuid[])) OR (recipient_id = ANY ((select concord_parts())::uuid[]))) END));
create policy notice_remove on notice for delete using (((service_id = concord_service()) AND (concord_sight() = 'service') AND (concord_who() IS NULL)));
create policy notice_write on notice for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy notice_written_delete on notice as restrictive for delete using ((select concord_itself()));
create policy notice_written_insert on notice as restrictive for insert with check ((select concord_itself()));
create policy notice_written_update on notice as restrictive for update using ((select concord_itself()));

-- What happened, kept apart from cases and persons so that each counts once (R10).
create table offence (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  reference   text, -- operational: the referrer's own reference; null when there is none (R3)
  kind        text, -- special-category: kind of offence in the words of the core
  words       bytea, -- special-category: kind of offence as the referrer wrote it, sealed with a key of the offence
  recorded_on date, -- operational: day recorded; null when not known
  folded      text generated always as (concord_folded(reference)), -- operational: the reference as it is compared
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX offence_reference ON offence USING btree (service_id, folded);
grant insert, select on offence to concord_app;
create policy offence_read on offence for select using (((service_id = (select concord_service())) AND (((select concord_sight()) = 'service') OR (id IN ( SELECT o.offence_id FROM case_offence o)))));
create policy offence_write on offence for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy offence_written_insert on offence as restrictive for insert with check ((select concord_itself()));

-- The second half of signing in: good for minutes, once, for one invitation.
create table one_time_code (
  id            uuid not null default gen_random_uuid(), -- operational: random
  service_id    uuid not null, -- operational: the service
  invitation_id uuid not null, -- operational: what it is good for
  code_hash     bytea not null, -- secret: HMAC of both codes with the service's key
  made_at       timestamp with time zone not null, -- operational: when
  expires_at    timestamp with time zone not null, -- operational: ten minutes later at most
  used_at       timestamp with time zone, -- operational: when it was used
  read_by       uuid, -- operational: the member of staff who read it out; null when it was sent
  checked       text, -- operational: how they made sure who they were speaking to
  waiting       bytea, -- secret: the code, sealed, until the post has taken it
  sent_at       timestamp with time zone, -- operational: when the post took it
  CHECK (((read_by IS NULL) = (checked IS NULL))),
  CHECK ((expires_at <= (made_at + '00:10:00'::interval))),
  CHECK ((checked = ANY (ARRAY['inPerson'::text, 'calledBack'::text, 'questions'::text]))),
  PRIMARY KEY (id),
  FOREIGN KEY (invitation_id) REFERENCES invitation(id),
  FOREIGN KEY (read_by) REFERENCES staff(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX one_time_code_invitation ON one_time_code USING btree (invitation_id);
CREATE INDEX one_time_code_waiting ON one_time_code USING btree (service_id, expires_at) WHERE (waiting IS NOT NULL);
grant delete, insert, select, update on one_time_code to concord_app;
create policy one_time_code_invitation on one_time_code for all using ((EXISTS ( SELECT FROM invitation i WHERE (i.id = one_time_code.invitation_id))));
create policy one_time_code_written_delete on one_time_code as restrictive for delete using ((select concord_itself()));
create policy one_time_code_written_insert on one_time_code as restrictive for insert with check (((select concord_itself()) OR ((read_by = (select concord_who())) AND (EXISTS ( SELECT FROM invitation i WHERE ((i.id = one_time_code.invitation_id) AND concord_holds(i.case_id, ARRAY['lead', 'coFacilitator', 'coordinator'])))))));
create policy one_time_code_written_update on one_time_code as restrictive for update using ((select concord_itself()));

-- Organisations a service may share with, each by its own name (R28).
create table organisation (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  name        text not null, -- operational: its name; consents and shares name it so
  regime      text not null, -- operational: the law it handles data under, UK GDPR or Part 3 of the Data Protection Act 2018
  role        text not null, -- operational: what it is for this data: controller, processor or joint controller
  recorded_at timestamp with time zone not null, -- operational: when it was recorded
  recorded_by uuid not null, -- operational: by whom
  UNIQUE (id, service_id),
  PRIMARY KEY (id),
  CHECK ((regime = ANY (ARRAY['ukGdpr'::text, 'part3'::text]))),
  CHECK ((role = ANY (ARRAY['controller'::text, 'processor'::text, 'joint'::text]))),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE UNIQUE INDEX organisation_name ON organisation USING btree (service_id, lower(name));
grant insert, select on organisation to concord_app;
create policy organisation_service on organisation for all using (((service_id = concord_service()) AND concord_staff()));
create policy organisation_written_insert on organisation as restrictive for insert with check (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- Index of who takes part in which case; the facts are the truth.
create table participant (
  case_id    uuid not null, -- operational: the case
  id         uuid not null, -- operational: the participant as events name them
  service_id uuid not null, -- operational: the service
  person_id  uuid not null, -- operational: the person they are read as; told_id until two records are merged
  role       text not null, -- special-category: harmed, responsible, supporter and so on
  told_id    uuid not null, -- operational: the person as the case's own journal names them
  hidden     boolean not null default false, -- special-category: named by mistake, and out of view but for those who answer for it (R92)
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (person_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX participant_hidden ON participant USING btree (case_id) WHERE hidden;
CREATE INDEX participant_person ON participant USING btree (person_id);
CREATE INDEX participant_told ON participant USING btree (told_id);
CREATE TRIGGER participant_figures AFTER UPDATE ON participant FOR EACH ROW WHEN (((old.person_id IS DISTINCT FROM new.person_id) OR (old.role IS DISTINCT FROM new.role))) EXECUTE FUNCTION figure_pending_of_part();
CREATE TRIGGER participant_figures_joined AFTER INSERT ON participant FOR EACH ROW EXECUTE FUNCTION figure_pending_of_part();
CREATE TRIGGER participant_one BEFORE INSERT OR UPDATE OF person_id ON participant FOR EACH ROW EXECUTE FUNCTION participant_is_one();
grant insert, select, update on participant to concord_app;
create policy participant_change on participant for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy participant_connected on participant as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy participant_join on participant for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy participant_read on participant for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE ((case_id = ANY ((select concord_declared())::uuid[])) OR (((select concord_sight()) = 'participant') AND (person_id = (select concord_who())) AND (id = ANY ((select concord_parts())::uuid[])))) END));
create policy participant_written_insert on participant as restrictive for insert with check ((select concord_itself()));
create policy participant_written_update on participant as restrictive for update using ((select concord_itself()));

-- Somebody a service knows: harmed, responsible, supporter or staff. The row itself says nothing about them.
create table person (
  id         uuid not null default gen_random_uuid(), -- operational: random
  service_id uuid not null, -- operational: the service that knows this person; services share nobody
  subject    text, -- secret: the sign-in subject of a participant who has been given access
  created_at timestamp with time zone not null default now(), -- operational: when first met
  UNIQUE (id, service_id),
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE UNIQUE INDEX person_subject ON person USING btree (service_id, subject) WHERE (subject IS NOT NULL);
grant delete, insert, select, update on person to concord_app;
create policy person_add on person for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_change on person for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_connected on person as restrictive for all using ((id <> ALL ((select concord_connected_persons())::uuid[])));
create policy person_forget on person for delete using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_read on person for select using (((service_id = (select concord_service())) AND (((select concord_sight()) = 'service') OR (id = (select concord_who())) OR (id = ANY ((select concord_persons())::uuid[])))));
create policy person_written_delete on person as restrictive for delete using ((select concord_itself()));
create policy person_written_insert on person as restrictive for insert with check ((select concord_itself()));
create policy person_written_update on person as restrictive for update using ((select concord_itself()));

-- What was decided about persons themselves: merged, undone, dismissed, changed, erased. Appended to and never changed.
create table person_decision (
  id           uuid not null default gen_random_uuid(), -- operational: random
  service_id   uuid not null, -- operational: the service
  what         text not null, -- operational: merged, undone, dismissed, changed or erased
  person_id    uuid not null, -- operational: the person it is about; of a merge, the one that goes on
  other_id     uuid, -- operational: the other of two; of a merge, the one that is read as the first
  across       boolean not null default false, -- special-category: whether the two stood on different sides, and so is the safeguarding lead's alone
  fields       text[] not null default '{}'::text[], -- operational: which details were changed; never their values
  undoes       uuid, -- operational: the merge it takes back
  reason       bytea, -- special-category: why, sealed with the key of reason_owner
  reason_owner uuid, -- operational: whose key sealed the reason: the person's; of an erasure, the service's
  by           uuid not null, -- operational: the member of staff
  at           timestamp with time zone not null, -- operational: when
  PRIMARY KEY (id),
  UNIQUE (undoes),
  FOREIGN KEY (other_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (person_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id),
  FOREIGN KEY (undoes) REFERENCES person_decision(id)
);
CREATE INDEX person_decision_person ON person_decision USING btree (person_id, at);
grant insert, select on person_decision to concord_app;
create policy person_decision_connected on person_decision as restrictive for all using ((person_id <> ALL ((select concord_connected_persons())::uuid[])));
create policy person_decision_service on person_decision for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_decision_written_insert on person_decision as restrictive for insert with check ((select concord_itself()));

-- Which record is read as which other one, for as long as the merge stands. Taking it back removes the row, and everything is as it was.
create table person_merge (
  gone_id     uuid not null, -- operational: the record that is read as the other
  service_id  uuid not null, -- operational: the service
  kept_id     uuid not null, -- operational: the record it is read as, which may itself be read as a third
  decision_id uuid not null, -- operational: the decision
  CHECK ((gone_id <> kept_id)),
  PRIMARY KEY (gone_id),
  FOREIGN KEY (decision_id) REFERENCES person_decision(id),
  FOREIGN KEY (gone_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (kept_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX person_merge_kept ON person_merge USING btree (kept_id);
grant delete, insert, select on person_merge to concord_app;
create policy person_merge_service on person_merge for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_merge_written_delete on person_merge as restrictive for delete using ((select concord_itself()));
create policy person_merge_written_insert on person_merge as restrictive for insert with check ((select concord_itself()));

-- Two persons who may be one, for staff to judge. Never acted upon by itself.
create table person_suggestion (
  id           uuid not null default gen_random_uuid(), -- operational: random
  service_id   uuid not null, -- operational: the service
  person_id    uuid not null, -- operational: one of them, the lesser id
  known_id     uuid not null, -- operational: the other
  score        integer not null, -- personal: how likely, from 40 to 100
  reasons      text[] not null, -- personal: which of their values agree, as words of libs/intake
  found_at     timestamp with time zone not null default now(), -- operational: when it was found
  dismissed_id uuid, -- operational: the decision that they are two; null while nobody has decided
  CHECK ((person_id < known_id)),
  UNIQUE (person_id, known_id),
  PRIMARY KEY (id),
  FOREIGN KEY (dismissed_id) REFERENCES person_decision(id),
  FOREIGN KEY (known_id) REFERENCES person(id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX person_suggestion_known ON person_suggestion USING btree (known_id);
CREATE INDEX person_suggestion_likeliest ON person_suggestion USING btree (service_id, score, id) WHERE (dismissed_id IS NULL);
grant delete, insert, select, update on person_suggestion to concord_app;
create policy person_suggestion_connected on person_suggestion as restrictive for all using (((person_id <> ALL ((select concord_connected_persons())::uuid[])) AND (known_id <> ALL ((select concord_connected_persons())::uuid[]))));
create policy person_suggestion_service on person_suggestion for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_suggestion_written_delete on person_suggestion as restrictive for delete using ((select concord_itself()));
create policy person_suggestion_written_insert on person_suggestion as restrictive for insert with check ((select concord_itself()));
create policy person_suggestion_written_update on person_suggestion as restrictive for update using ((select concord_itself()));

-- Keyed digests of a person's folded name, birth date, number and address: equal ones are worth comparing. Written by libs/people with the values.
create table person_token (
  service_id uuid not null, -- operational: the service; nobody is compared across services
  token      bytea not null, -- personal: keyed digest, 16 bytes
  person_id  uuid not null, -- operational: whose
  wide       boolean not null default false, -- operational: found by searching alone, as too many share it for comparing
  PRIMARY KEY (service_id, token, person_id),
  FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX person_token_person ON person_token USING btree (person_id);
grant delete, insert, select on person_token to concord_app;
create policy person_token_connected on person_token as restrictive for all using ((person_id <> ALL ((select concord_connected_persons())::uuid[])));
create policy person_token_service on person_token for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy person_token_written_delete on person_token as restrictive for delete using ((select concord_itself()));
create policy person_token_written_insert on person_token as restrictive for insert with check ((select concord_itself()));

-- Names, birth dates, contact details. Read and written through libs/people only.
create table personal_value (
  person_id  uuid not null, -- operational: whose
  field      text not null, -- operational: which
  service_id uuid not null, -- operational: the service that holds it
  value      bytea not null, -- special-category: the value, sealed with the person's key; needs and victimhood can be read from it, so it takes the strictest class of its fields
  changed_at timestamp with time zone not null default now(), -- operational: when last written
  PRIMARY KEY (person_id, field),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant delete, insert, select, update on personal_value to concord_app;
create policy personal_value_add on personal_value for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy personal_value_change on personal_value for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy personal_value_connected on personal_value as restrictive for all using ((person_id <> ALL ((select concord_connected_persons())::uuid[])));
create policy personal_value_forget on personal_value for delete using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy personal_value_read on personal_value for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE ((person_id = (select concord_who())) OR (person_id = ANY ((select concord_persons())::uuid[])) OR ((field = ANY (ARRAY['given', 'family', 'knownAs', 'asWritten'])) AND ((person_id = ANY ((select concord_named())::uuid[])) OR concord_works_here(person_id)))) END));
create policy personal_value_written_delete on personal_value as restrictive for delete using ((select concord_itself()));
create policy personal_value_written_insert on personal_value as restrictive for insert with check ((select concord_itself()));
create policy personal_value_written_update on personal_value as restrictive for update using ((select concord_itself()));

-- Where each service's record of reads ends. The row is locked while entries are added, so that the chain has one order.
create table read_chain (
  service_id uuid not null, -- operational: the service
  seq        bigint not null, -- operational: seq of the last entry; 0 before the first
  hash       bytea not null, -- operational: hash of the last entry; 32 zero bytes before the first
  PRIMARY KEY (service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant select on read_chain to concord_app;
create policy read_chain_service on read_chain for all using (((service_id = concord_service()) AND (concord_sight() = 'service')));

-- Who read what about which cases and persons, why they may, and when. Ids only. Written by record_reads() and by nothing else.
create table read_record (
  service_id  uuid not null, -- operational: the service
  seq         bigint not null, -- operational: 1, 2, 3 without a gap in each service
  at          timestamp with time zone not null, -- operational: when, to the millisecond
  by          text not null, -- operational: the id of whoever read, or the name of a program
  kind        text not null, -- operational: read, list, search, export, preview or emergency
  operation   text not null, -- operational: what was asked, by the names of the schema's fields or of a command
  purpose     text not null, -- operational: why they may, worked out from the records and not asked; none when they may not, and saw nothing
  case_ids    uuid[] not null, -- operational: the cases that were in the answer, or asked for in vain
  person_ids  uuid[] not null, -- operational: the people who were in the answer
  request     uuid not null, -- operational: random; entries of one answer share it
  prev_hash   bytea not null, -- operational: hash of the entry before; 32 zero bytes for the first
  hash        bytea not null, -- operational: sha256 of prev_hash and the canonical JSON of the other columns
  assisted_by uuid, -- operational: the member of staff who read out the code of the session in which a participant read; null for every other read
  CHECK ((by ~ '^[a-zA-Z0-9:-]{1,60}$'::text)),
  CHECK ((kind = ANY (ARRAY['read'::text, 'list'::text, 'search'::text, 'export'::text, 'preview'::text, 'emergency'::text]))),
  CHECK ((operation ~ '^[a-zA-Z0-9_: -]{1,250}$'::text)),
  PRIMARY KEY (service_id, seq),
  CHECK ((purpose = ANY (ARRAY['leads'::text, 'coFacilitates'::text, 'supervises'::text, 'asked'::text, 'safeguarding'::text, 'management'::text, 'coordination'::text, 'emergency'::text, 'ownPart'::text, 'intake'::text, 'rights'::text, 'upkeep'::text, 'none'::text]))),
  CHECK ((seq > 0)),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX read_record_by_role ON read_record USING btree (service_id, at) INCLUDE (by, case_ids) WHERE ((kind = ANY (ARRAY['read', 'export'])) AND (purpose = ANY (ARRAY['management', 'coordination', 'safeguarding'])));
CREATE INDEX read_record_case ON read_record USING gin (case_ids);
CREATE INDEX read_record_emergency ON read_record USING btree (service_id, by, at) WHERE (kind = 'emergency');
CREATE INDEX read_record_opened ON read_record USING btree (service_id, by, at) WHERE ((kind = ANY (ARRAY['read', 'export'])) AND (purpose <> 'none'));
CREATE INDEX read_record_person ON read_record USING gin (person_ids);
CREATE INDEX read_record_refused ON read_record USING btree (service_id, by, at) WHERE (purpose = 'none');
CREATE INDEX read_record_when ON read_record USING btree (service_id, at);
CREATE TRIGGER read_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON read_record FOR EACH STATEMENT EXECUTE FUNCTION reads_are_append_only();
grant select on read_record to concord_app;
create policy read_record_connected on read_record as restrictive for all using ((NOT ((case_ids && (select concord_connected())) OR (person_ids && (select concord_connected_persons())))));
create policy read_record_service on read_record for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- What each member of staff read on a day, counted; written by reading_add() with the entries it counts and by nothing else.
create table reading_day (
  service_id    uuid not null, -- operational: the service
  who           uuid not null, -- operational: the member of staff
  day           date not null, -- operational: the London day
  cases         integer not null, -- operational: how many different cases they opened or took out
  tries         integer not null, -- operational: how many entries are of what they may not see
  emergencies   integer not null, -- operational: how many entries are of cases opened in an emergency
  after_closing integer not null, -- operational: how often they opened a case that was closed
  hours         integer not null, -- operational: bit h is set when they opened a case in hour h of the day
  PRIMARY KEY (service_id, who, day),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant select on reading_day to concord_app;
create policy reading_day_service on reading_day for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));

-- What a service keeps, on what legal ground, for how long and why, as it was set; the latest counts, and a class never set keeps the default of libs/rights.
create table record_class (
  id           uuid not null default gen_random_uuid(), -- operational: random
  service_id   uuid not null, -- operational: the service
  class        text not null, -- public: class of record, a word of libs/rights
  controller   text not null, -- public: who answers for these records
  lawful_basis text not null, -- public: the legal ground on which they are kept
  terms        jsonb not null, -- public: how long after which events; all must have passed; empty while nothing is set
  why          text not null, -- public: why they are kept, in plain words for the person they are about
  source       text not null, -- public: where the period comes from
  set_at       timestamp with time zone not null, -- operational: when it was set
  set_by       uuid not null, -- operational: by whom
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX record_class_latest ON record_class USING btree (service_id, class, set_at);
grant insert, select on record_class to concord_app;
create policy record_class_read on record_class for select using ((service_id = concord_service()));
create policy record_class_set on record_class for insert with check (((service_id = concord_service()) AND (concord_sight() = 'service')));
create policy record_class_written_insert on record_class as restrictive for insert with check (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- A file of referrals that was sent in, until it is taken and its rows are mended or its days are over.
create table referral_file (
  id              uuid not null, -- operational: random
  service_id      uuid not null, -- operational: the service
  source          text, -- operational: whose file it is said to be; null until it is to be taken
  name            bytea not null, -- personal: the name of the file, sealed with the file's own key
  content         bytea, -- special-category: what stands in it, sealed with the file's own key; null once it is taken
  bytes           integer not null, -- operational: how large it came
  sent_by         uuid not null, -- operational: the member of staff who sent it
  sent_at         timestamp with time zone not null, -- operational: when
  state           text not null default 'sent'::text, -- operational: sent, waiting to be taken, being taken, taken, or failed
  roles           text[] not null default '{}'::text[], -- operational: the roles in which it is to be taken
  batch_id        uuid, -- operational: the upload its rows are remembered under
  rows            integer, -- operational: rows of the file; null until it was read
  referrals       integer, -- operational: referrals that its rows make; null until it was read
  done            integer not null default 0, -- operational: how many of those are done with
  taken           integer not null default 0, -- operational: rows that were taken from it
  opened          integer not null default 0, -- operational: cases it opened
  returned        integer not null default 0, -- operational: rows that went back
  problem         text, -- operational: why it was not taken, without a word of the file
  finished_at     timestamp with time zone, -- operational: when it was taken or failed
  expires_at      timestamp with time zone not null, -- operational: when it is deleted, with the rows that went back
  mapping_version integer, -- operational: the version of its referrer's mapping that it is read by; null for one that every service begins with
  PRIMARY KEY (id),
  CHECK ((state = ANY (ARRAY['sent'::text, 'waiting'::text, 'taking'::text, 'taken'::text, 'failed'::text]))),
  FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX referral_file_expires ON referral_file USING btree (service_id, expires_at);
CREATE INDEX referral_file_sent ON referral_file USING btree (service_id, sent_at DESC, id DESC);
grant delete, insert, select, update on referral_file to concord_app;
create policy referral_file_service on referral_file for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy referral_file_written_delete on referral_file as restrictive for delete using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));
create policy referral_file_written_insert on referral_file as restrictive for insert with check ((( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has) AND (sent_by = COALESCE((select concord_who()), sent_by))));
create policy referral_file_written_update on referral_file as restrictive for update using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));

-- What the columns of a referrer's files mean. A version never changes; the latest is used.
create table referral_mapping (
  service_id uuid not null, -- operational: the service
  name       text not null, -- operational: what files of this referrer are sent in as
  version    integer not null, -- operational: counted from 1
  mapping    jsonb not null, -- operational: columns, words, the order of days, which rows are wanted; nobody is in it
  saved_by   uuid not null, -- operational: the member of staff who saved it
  saved_at   timestamp with time zone not null, -- operational: when
  PRIMARY KEY (service_id, name, version),
  CHECK ((version > 0)),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on referral_mapping to concord_app;
create policy referral_mapping_service on referral_mapping for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy referral_mapping_written_insert on referral_mapping as restrictive for insert with check ((( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has) AND (saved_by = COALESCE((select concord_who()), saved_by))));

-- A row that could not be taken, for the referrer to mend; sent again it is known as the same row.
create table referral_row_returned (
  id          uuid not null, -- operational: random; it stands beside the row in the file that goes back
  service_id  uuid not null, -- operational: the service
  file_id     uuid not null, -- operational: the file it last came in
  line        integer not null, -- operational: its line there
  fingerprint text not null, -- operational: digest of the row, keyed for the service
  row         bytea not null, -- special-category: its cells and why it came back, sealed with the file's own key
  returned_at timestamp with time zone not null, -- operational: when it first came back
  mended_at   timestamp with time zone, -- operational: when it came again and was taken; null until then
  case_id     uuid, -- operational: the case it became
  PRIMARY KEY (id),
  UNIQUE (service_id, fingerprint),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (file_id) REFERENCES referral_file(id) ON DELETE CASCADE,
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX referral_row_returned_file ON referral_row_returned USING btree (file_id, line);
grant delete, insert, select, update on referral_row_returned to concord_app;
create policy referral_row_returned_service on referral_row_returned for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy referral_row_returned_written_delete on referral_row_returned as restrictive for delete using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));
create policy referral_row_returned_written_insert on referral_row_returned as restrictive for insert with check (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));
create policy referral_row_returned_written_update on referral_row_returned as restrictive for update using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));

-- What one manager proposed to remove, as a fixed list, and who else approved it; the latest of a service counts.
create table retention_proposal (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  number      bigint not null, -- operational: later proposals have higher ones
  items       jsonb not null, -- operational: class, kind and id of everything proposed, and since when it is due; never a value
  digest      bytea not null, -- operational: sha256 of the canonical JSON of the items: what the second person approves
  proposed_at timestamp with time zone not null, -- operational: when it was proposed
  proposed_by uuid not null, -- operational: by which manager
  approved_at timestamp with time zone, -- operational: when it was approved; null while it is not
  approved_by uuid, -- operational: by which other manager; null while it is not
  CHECK (((approved_at IS NULL) = (approved_by IS NULL))),
  CHECK ((approved_by <> proposed_by)),
  UNIQUE (id, service_id),
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX retention_proposal_latest ON retention_proposal USING btree (service_id, number);
grant insert, select, update (approved_at, approved_by) on retention_proposal to concord_app;
create policy retention_proposal_approve on retention_proposal for update using (((service_id = concord_service()) AND (concord_sight() = 'service') AND (approved_by IS NULL))) with check ((approved_by = concord_who()));
create policy retention_proposal_propose on retention_proposal for insert with check (((service_id = concord_service()) AND (concord_sight() = 'service') AND (proposed_by = concord_who()) AND (approved_by IS NULL)));
create policy retention_proposal_read on retention_proposal for select using (((service_id = concord_service()) AND (concord_sight() = 'service')));
create policy retention_proposal_written_insert on retention_proposal as restrictive for insert with check (( SELECT concord_has(ARRAY['manager']) AS concord_has));
create policy retention_proposal_written_update on retention_proposal as restrictive for update using (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- Every run that removed records: by which rules, and what, by class and id; never a value. Each is bound to the one before by its hash.
create table retention_run (
  service_id  uuid not null, -- operational: the service
  seq         integer not null, -- operational: 1, 2, 3 without a gap
  at          timestamp with time zone not null, -- operational: when
  by          text not null, -- operational: member of staff or program
  rules       jsonb not null, -- operational: the classes and terms it went by
  removed     jsonb not null, -- operational: class, kind and id of everything removed
  held        integer not null, -- operational: how many were due and stayed because of a hold
  prev_hash   bytea not null, -- operational: hash of the run before; 32 zero bytes for the first
  hash        bytea not null, -- operational: sha256 of prev_hash and the canonical JSON of the rest
  proposal_id uuid, -- operational: the approved proposal it carried out; null for runs before two people were asked
  PRIMARY KEY (service_id, seq),
  UNIQUE (proposal_id),
  CHECK ((seq > 0)),
  FOREIGN KEY (proposal_id, service_id) REFERENCES retention_proposal(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE TRIGGER retention_run_final BEFORE DELETE OR UPDATE OR TRUNCATE ON retention_run FOR EACH STATEMENT EXECUTE FUNCTION retention_run_is_final();
grant insert, select on retention_run to concord_app;
create policy retention_run_approved on retention_run as restrictive for insert with check ((EXISTS ( SELECT FROM retention_proposal p WHERE ((p.id = retention_run.proposal_id) AND (p.approved_by IS NOT NULL)))));
create policy retention_run_service on retention_run for all using (((service_id = concord_service()) AND (concord_sight() = 'service')));
create policy retention_run_written_insert on retention_run as restrictive for insert with check ((select concord_itself()));

-- Keys, each wrapped by the master key: of a person, of a case for words about nobody in particular, of a service for its digests. Used by libs/people/src/vault only.
create table sealing_key (
  service_id   uuid not null, -- operational: the service
  owner_id     uuid not null, -- operational: the person, member of staff, case or service whose key it is
  purpose      text not null, -- operational: words seals values; match and fingerprint digest what must be found again
  wrapped      bytea, -- secret: the key under the master key; null once destroyed, and then what it sealed is unreadable for good
  master_id    text not null, -- operational: name of the master key that wrapped it; says nothing about that key
  made_at      timestamp with time zone not null default now(), -- operational: when it was made
  destroyed_at timestamp with time zone, -- operational: when it was destroyed
  CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL))),
  PRIMARY KEY (service_id, owner_id, purpose),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX sealing_key_master ON sealing_key USING btree (master_id, service_id, owner_id) WHERE (wrapped IS NOT NULL);
grant delete, insert, select, update on sealing_key to concord_app;
create policy sealing_key_change on sealing_key for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy sealing_key_make on sealing_key for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy sealing_key_read on sealing_key for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE ((owner_id = (select concord_who())) OR (owner_id = ANY ((select concord_cases())::uuid[])) OR (owner_id = ANY ((select concord_persons())::uuid[])) OR (owner_id = ANY ((select concord_named())::uuid[])) OR concord_works_here(owner_id)) END));
create policy sealing_key_remove on sealing_key for delete using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy sealing_key_written_delete on sealing_key as restrictive for delete using ((select concord_itself()));
create policy sealing_key_written_insert on sealing_key as restrictive for insert with check (( SELECT concord_has(ARRAY['coordinator', 'manager', 'safeguardingLead']) AS concord_has));
create policy sealing_key_written_update on sealing_key as restrictive for update using ((select concord_itself()));

-- Answers of somebody who refers themselves, until they send them or their days are over.
create table self_referral (
  id           uuid not null, -- operational: random
  service_id   uuid not null, -- operational: the service
  code_hash    bytea not null, -- secret: HMAC of the code with the service's key
  session_hash bytea, -- secret: sha256 of what the browser that is open now holds; null once it was left
  answers      bytea not null, -- special-category: the answers, sealed with a key made from the code: whoever has not the code cannot read them
  began_at     timestamp with time zone not null, -- operational: when the first question was answered
  expires_at   timestamp with time zone not null, -- operational: when it is deleted at the latest
  sent_at      timestamp with time zone, -- operational: when it was sent and taken
  CHECK ((expires_at > began_at)),
  UNIQUE (code_hash),
  PRIMARY KEY (id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX self_referral_expires ON self_referral USING btree (service_id, expires_at);
grant delete, insert, select, update on self_referral to concord_app;
create policy self_referral_service on self_referral for all using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service') AND ((select concord_who()) IS NULL)));
create policy self_referral_written_delete on self_referral as restrictive for delete using ((select concord_itself()));
create policy self_referral_written_insert on self_referral as restrictive for insert with check ((select concord_itself()));
create policy self_referral_written_update on self_referral as restrictive for update using ((select concord_itself()));

-- How often self-referrals were begun, sent and taken up again, counted by rate-limiter-flexible.
create table self_referral_limit (
  key    text not null, -- operational: HMAC of an address, a network or a service: none of them can be told from it
  points integer not null default 0, -- operational: how many so far
  expire bigint, -- operational: when counting begins anew, in milliseconds
  PRIMARY KEY (key)
);
grant delete, insert, select, update on self_referral_limit to concord_app;
create policy self_referral_limit_all on self_referral_limit for all using (true);

-- A restorative justice service: the tenant.
create table service (
  id         uuid not null default gen_random_uuid(), -- public: random, says nothing
  name       text not null, -- public: the name people know it by
  settings   jsonb not null default '{}'::jsonb, -- operational: the numbers this service has set for itself; what is absent keeps the default of libs/case/settings
  created_at timestamp with time zone not null default now(), -- operational: when it joined
  UNIQUE (name),
  PRIMARY KEY (id)
);
grant select on service to concord_app;
create policy service_read on service for select using ((id = (select concord_service())));

-- A stay of one person on one device, known by the hash of its token.
create table session (
  id            uuid not null default gen_random_uuid(), -- operational: random
  service_id    uuid not null, -- operational: the service
  person_id     uuid not null, -- operational: who
  kind          text not null, -- operational: staff or participant: somebody who is both has two lives
  token_hash    bytea not null, -- secret: sha256 of the token, which has 256 random bits
  proof_hash    bytea, -- secret: sha256 of the ID token it was opened with, so that each opens one session
  roles         text[], -- operational: roles that the issuer claimed; null where the staff register says them
  scopes        text[] not null default '{}'::text[], -- operational: what the token allows beside the roles
  invitation_id uuid, -- operational: the invitation a participant came with
  began_at      timestamp with time zone not null, -- operational: when it was opened
  last_seen_at  timestamp with time zone not null, -- operational: when it was last used, to the minute
  idle_minutes  integer not null, -- operational: minutes without use after which it ends
  expires_at    timestamp with time zone not null, -- operational: when it ends at the latest
  ended_at      timestamp with time zone, -- operational: when it was ended by somebody
  case_ids      uuid[], -- operational: the cases a participant is shown in it: those whose codes were given; null for staff
  assisted_by   uuid, -- operational: the member of staff who read out the code that opened it; null when the code was sent
  checked       text, -- operational: how they made sure who they were speaking to
  CHECK (((kind = 'participant'::text) = (case_ids IS NOT NULL))),
  CHECK (((assisted_by IS NULL) = (checked IS NULL))),
  CHECK ((idle_minutes > 0)),
  CHECK ((kind = ANY (ARRAY['staff'::text, 'participant'::text]))),
  PRIMARY KEY (id),
  UNIQUE (proof_hash),
  UNIQUE (token_hash),
  FOREIGN KEY (assisted_by) REFERENCES staff(id),
  FOREIGN KEY (invitation_id) REFERENCES invitation(id),
  FOREIGN KEY (person_id) REFERENCES person(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX session_assisted ON session USING btree (person_id, began_at) WHERE (assisted_by IS NOT NULL);
CREATE INDEX session_invitation ON session USING btree (invitation_id) WHERE (ended_at IS NULL);
CREATE INDEX session_person ON session USING btree (person_id) WHERE (ended_at IS NULL);
grant delete, insert, select, update on session to concord_app;
create policy session_assisted on session for select using (((assisted_by IS NOT NULL) AND (EXISTS ( SELECT FROM invitation i WHERE (i.id = session.invitation_id)))));
create policy session_own on session for all using ((((service_id = concord_service()) AND ((person_id = ANY (ARRAY( SELECT unnest(concord_same(concord_who())) AS unnest))) OR ((concord_sight() = 'service') AND (concord_who() IS NULL)))) OR concord_knows(token_hash)));
create policy session_written_delete on session as restrictive for delete using ((select concord_itself()));
create policy session_written_insert on session as restrictive for insert with check ((select concord_itself()));

-- From which day until which day information may be shared with an organisation.
create table sharing_agreement (
  id              uuid not null default gen_random_uuid(), -- operational: random; a share in the journal names it
  service_id      uuid not null, -- operational: the service
  organisation_id uuid not null, -- operational: with whom
  reference       text not null, -- operational: where the signed paper is found
  starts_on       date not null, -- operational: first day
  ends_on         date not null, -- operational: last day, as agreed
  ended_on        date, -- operational: last day, where it was ended early; null otherwise
  ended_by        uuid, -- operational: who recorded the early end
  recorded_at     timestamp with time zone not null, -- operational: when it was recorded
  recorded_by     uuid not null, -- operational: by whom
  CHECK ((ends_on >= starts_on)),
  PRIMARY KEY (id),
  FOREIGN KEY (organisation_id, service_id) REFERENCES organisation(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX sharing_agreement_organisation ON sharing_agreement USING btree (organisation_id, starts_on);
grant insert, select, update (ended_by, ended_on) on sharing_agreement to concord_app;
create policy sharing_agreement_service on sharing_agreement for all using (((service_id = concord_service()) AND concord_staff()));
create policy sharing_agreement_written_insert on sharing_agreement as restrictive for insert with check (( SELECT concord_has(ARRAY['manager']) AS concord_has));
create policy sharing_agreement_written_update on sharing_agreement as restrictive for update using (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- Who works for a service, what they may do, and a facilitator's standing (R41 to R46).
create table staff (
  id                     uuid not null, -- operational: the same id as the person who holds the name and address
  service_id             uuid not null, -- operational: employer
  subject                text not null, -- secret: the sign-in subject
  roles                  text[] not null, -- operational: facilitator, safeguardingLead, manager, coordinator
  active                 boolean not null default true, -- operational: a deactivated member of staff is nobody
  level                  text, -- operational: foundation, intermediate or advanced; null when not a facilitator
  registered_until       date, -- operational: last day of registration; null means not known
  training               text[] not null default '{}'::text[], -- operational: specialist training
  languages              text[] not null default '{}'::text[], -- operational: languages spoken
  gender                 text, -- personal: asked for because some people may choose
  base                   text, -- operational: where they work from
  employment             text, -- operational: employed, volunteer, sessional
  caseload_limit         integer, -- operational: weighted cases they can carry; null means not known
  availability           text, -- operational: active, on leave, suspended as the service's own sheet says
  back_on                date, -- operational: day of return from leave
  last_supervision       date, -- operational: last case supervision, null when not known
  last_observed_practice date, -- operational: last observed practice, null when not known
  cpd_hours              numeric, -- operational: development hours this year, null when not known
  cpd_approved_hours     numeric, -- operational: of which approved
  PRIMARY KEY (id),
  UNIQUE (service_id, subject),
  FOREIGN KEY (id) REFERENCES person(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant select on staff to concord_app;
create policy staff_read on staff for select using (((service_id = (select concord_service())) AND ((select concord_staff()) OR (id = (select concord_who())))));

-- Requests of people for what is held about them, when each is due and when it was answered.
create table subject_request (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  person_id   uuid not null, -- operational: who asked
  received_on date not null, -- operational: day it was received
  due_on      date not null, -- operational: last day to answer
  recorded_at timestamp with time zone not null, -- operational: when it was recorded
  recorded_by uuid not null, -- operational: by whom
  answered_at timestamp with time zone, -- operational: when the export was first made; null while it is not
  answered_by uuid, -- operational: by whom; null while it is not
  answer_hash bytea, -- operational: sha256 of the export that was given; null while it is not
  CHECK ((num_nonnulls(answered_at, answered_by, answer_hash) = ANY (ARRAY[0, 3]))),
  UNIQUE (id, service_id),
  PRIMARY KEY (id),
  FOREIGN KEY (person_id, service_id) REFERENCES person(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX subject_request_due ON subject_request USING btree (service_id, due_on) WHERE (answered_at IS NULL);
CREATE INDEX subject_request_order ON subject_request USING btree (service_id, ((answered_at IS NOT NULL)), due_on, id);
CREATE INDEX subject_request_person ON subject_request USING btree (person_id);
grant insert, select, update (answer_hash, answered_at, answered_by) on subject_request to concord_app;
create policy subject_request_connected on subject_request as restrictive for all using ((person_id <> ALL ((select concord_connected_persons())::uuid[])));
create policy subject_request_service on subject_request for all using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE false END));
create policy subject_request_written_insert on subject_request as restrictive for insert with check ((( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has) AND (recorded_by = COALESCE((select concord_who()), recorded_by))));
create policy subject_request_written_update on subject_request as restrictive for update using (( SELECT concord_has(ARRAY['manager']) AS concord_has));

-- Who decided what about each note and entry by staff: given, or withheld on which ground. The latest counts; none is changed.
create table subject_review (
  request_id uuid not null, -- operational: the request
  service_id uuid not null, -- operational: the service
  item       text not null, -- operational: an entry of a journal (case/seq) or the id of words
  release    boolean not null, -- operational: whether it is given
  ground     text, -- special-category: on which ground it is withheld; null when it is given
  at         timestamp with time zone not null, -- operational: when it was decided
  by         uuid not null, -- operational: by whom
  CHECK ((release = (ground IS NULL))),
  CHECK ((ground = ANY (ARRAY['thirdParty'::text, 'safeguarding'::text, 'legalPrivilege'::text, 'crime'::text, 'seriousHarm'::text, 'notAboutThem'::text]))),
  PRIMARY KEY (request_id, item, at),
  FOREIGN KEY (request_id, service_id) REFERENCES subject_request(id, service_id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
grant insert, select on subject_review to concord_app;
create policy subject_review_service on subject_review for all using (((service_id = concord_service()) AND (concord_sight() = 'service')));
create policy subject_review_written_insert on subject_review as restrictive for insert with check ((( SELECT concord_has(ARRAY['manager', 'safeguardingLead']) AS concord_has) AND (by = COALESCE((select concord_who()), by)) AND (EXISTS ( SELECT FROM subject_request r WHERE (r.id = subject_review.request_id)))));

-- The directory: services that support people, whoever runs them. Nothing in it is about anybody the service works with.
create table support_service (
  service_id uuid not null, -- public: the service whose directory it is
  id         uuid not null, -- public: its identifier in Open Referral UK
  entry      jsonb not null, -- public: the entry as Open Referral UK (HSDS 3.0) has it
  name       text not null, -- public: what it is called, by which the list is ordered
  needs      text[] not null default '{}'::text[], -- public: what it helps with: the names of its taxonomy terms, in lower case
  areas      text[] not null default '{}'::text[], -- public: where: the names of its service areas, in lower case; none means everywhere
  searched   text not null, -- public: the words by which it is found
  words      tsvector not null generated always as (to_tsvector('english'::regconfig, searched)), -- public: the same, as PostgreSQL searches them
  checked_on date, -- public: the day on which it was last checked; null when it never was
  shown      boolean not null default true, -- public: false where it has ended or is closed for now
  changed_at timestamp with time zone not null, -- operational: when it was last written
  PRIMARY KEY (service_id, id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX support_service_name ON support_service USING btree (service_id, lower(name), id) WHERE shown;
grant delete, insert, select, update on support_service to concord_app;
create policy support_service_add on support_service for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy support_service_change on support_service for update using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy support_service_read on support_service for select using ((service_id = (select concord_service())));
create policy support_service_remove on support_service for delete using (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy support_service_written_delete on support_service as restrictive for delete using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));
create policy support_service_written_insert on support_service as restrictive for insert with check (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));
create policy support_service_written_update on support_service as restrictive for update using (( SELECT concord_has(ARRAY['coordinator', 'manager']) AS concord_has));

-- Something staff must see or do about a case.
create table task (
  id          uuid not null default gen_random_uuid(), -- operational: random
  service_id  uuid not null, -- operational: the service
  case_id     uuid not null, -- operational: the case
  supplier    text not null, -- operational: the role it is for
  assignee_id uuid, -- operational: the one person it is for; null for anyone of the role
  task        text not null, -- operational: what, a word of the core
  process_id  uuid, -- operational: the process it belongs to; null when to the case
  about       text not null, -- operational: about whom or what, an id or a word
  since       timestamp with time zone not null, -- operational: since when
  done_at     timestamp with time zone, -- operational: when it was done
  done_by     uuid, -- operational: by whom
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX task_done ON task USING btree (service_id, since, case_id, id) WHERE (done_at IS NOT NULL);
CREATE INDEX task_done_assignee ON task USING btree (service_id, assignee_id, since, case_id, id) WHERE ((done_at IS NOT NULL) AND (assignee_id IS NOT NULL));
CREATE INDEX task_done_case ON task USING btree (case_id) WHERE (done_at IS NOT NULL);
CREATE INDEX task_done_role ON task USING btree (service_id, supplier, since, case_id, id) WHERE ((done_at IS NOT NULL) AND (assignee_id IS NULL));
CREATE INDEX task_open ON task USING btree (service_id, since, case_id, id) WHERE (done_at IS NULL);
CREATE INDEX task_open_assignee ON task USING btree (service_id, assignee_id, since, case_id, id) WHERE ((done_at IS NULL) AND (assignee_id IS NOT NULL));
CREATE INDEX task_open_role ON task USING btree (service_id, supplier, since, case_id, id) WHERE ((done_at IS NULL) AND (assignee_id IS NULL));
CREATE UNIQUE INDEX task_once ON task USING btree (case_id, supplier, task, process_id, about) NULLS NOT DISTINCT WHERE (done_at IS NULL);
grant delete, insert, select, update on task to concord_app;
create policy task_connected on task as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy task_finish on task for update using (((service_id = (select concord_service())) AND (((select concord_sight()) = 'service') OR (((select concord_sight()) = 'staff') AND (case_id = ANY ((select concord_cases())::uuid[]))))));
create policy task_read on task for select using (((service_id = (select concord_service())) AND CASE WHEN ((select concord_sight()) = 'service') THEN true ELSE ((task <> 'emergencyAccess') AND ((case_id = ANY ((select concord_declared())::uuid[])) OR (((select concord_sight()) = 'staff') AND (assignee_id = (select concord_who())) AND (case_id = ANY ((select concord_cases())::uuid[]))))) END));
create policy task_remove on task for delete using (((service_id = concord_service()) AND (concord_sight() = 'service') AND (concord_who() IS NULL)));
create policy task_write on task for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy task_written_delete on task as restrictive for delete using ((select concord_itself()));
create policy task_written_insert on task as restrictive for insert with check ((select concord_itself()));
create policy task_written_update on task as restrictive for update using (concord_addressed(case_id, supplier, assignee_id));

-- Free words: reasons, letters, notes. Each has a reader before it has words.
create table text (
  id         uuid not null, -- operational: the id an event names it by
  service_id uuid not null, -- operational: the service
  case_id    uuid not null, -- operational: the case
  audience   text not null, -- operational: staff, safeguarding, harmed, responsible or one participant's id
  words      bytea not null, -- special-category: the words, sealed with the owner's key
  digest     bytea not null, -- operational: digest of the words under the owner's key, to know the same words again; it says nothing without that key and nothing once it is destroyed
  at         timestamp with time zone not null, -- operational: when written
  by         text not null, -- operational: by whom
  owner_id   uuid not null, -- operational: the person they are about, else the case: whose key seals them
  came       boolean not null default false, -- operational: whether the words came from the referrer, and belong to no event of the staff
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX text_case ON text USING btree (case_id);
grant delete, insert, select on text to concord_app;
create policy text_connected on text as restrictive for all using ((case_id <> ALL ((select concord_connected())::uuid[])));
create policy text_read on text for select using (((service_id = (select concord_service())) AND CASE (select concord_sight()) WHEN 'participant' THEN (audience = ANY (((select concord_parts()))::text[])) WHEN 'nothing' THEN false ELSE ((((select concord_sight()) = 'service') OR (case_id = ANY ((select concord_declared())::uuid[]))) AND ((audience <> 'safeguarding') OR (select concord_safeguards()) OR (case_id = ANY ((select concord_supervised())::uuid[])))) END));
create policy text_remove on text for delete using (((service_id = concord_service()) AND (concord_sight() = 'service') AND (concord_who() IS NULL)));
create policy text_write on text for insert with check (((service_id = (select concord_service())) AND ((select concord_sight()) = 'service')));
create policy text_written_delete on text as restrictive for delete using ((select concord_itself()));
create policy text_written_insert on text as restrictive for insert with check ((select concord_itself()));

CREATE OR REPLACE FUNCTION concord_across(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with stands as (select concord_one(p.person_id) as who, p.role, concord_side(p) as side from participant p where p.person_id in (concord_one(one), concord_one(other)))
  select case when concord_sight() = 'service' then
    count(distinct role) <> 1 or count(distinct side) <> 1 or count(distinct who) <> cardinality(array(select distinct unnest(array[concord_one(one), concord_one(other)]))) end from stands
$function$;

CREATE OR REPLACE FUNCTION concord_addressed(case_id uuid, supplier text, assignee uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_who() is null then true
    when assignee is null then concord_holds(case_id, case supplier when 'facilitator' then array['lead', 'coFacilitator'] else array[supplier] end)
    else assignee = concord_who() and (concord_sight() = 'service' and concord_details(case_id) or case_id = any (concord_works_on(assignee))) end
$function$;

CREATE OR REPLACE FUNCTION concord_admits(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_setting('concord.cases'::text, true) = 'all'::text) OR ((case_id)::text = ANY (string_to_array(current_setting('concord.cases'::text, true), ' '::text))));

CREATE OR REPLACE FUNCTION concord_at_work(active boolean, availability text, back_on date, today date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (active AND ((availability IS NULL) OR (lower(availability) = ANY (ARRAY['active'::text, 'no-contact duty'::text])) OR ((lower(availability) <> 'suspended'::text) AND (back_on IS NOT NULL) AND (back_on <= today))));

CREATE OR REPLACE FUNCTION concord_cases()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) || emergency_cases(concord_who())
    when 'participant' then array(select p.case_id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_connected()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_sight() in ('service', 'staff') then concord_connections(concord_who()) else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_connected_persons()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_who() is null or concord_sight() not in ('service', 'staff') then '{}' else array(
    select unnest(concord_same(k.person_id)) from connection k where k.staff_id = concord_who() and k.person_id is not null and k.service_id = concord_service()
    union select p.person_id from participant p where p.case_id = any ((select concord_connected())::uuid[])) end
$function$;

CREATE OR REPLACE FUNCTION concord_connections(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when who is null then '{}' else array(
    select c.id from case_file c where c.connected_ids @> array[who] and c.connected_ids <> '{}' and c.service_id = concord_service()
    union select k.case_id from connection k where k.staff_id = who and k.case_id is not null and k.service_id = concord_service()
    union select p.case_id from connection k cross join lateral unnest(concord_same(k.person_id)) as same (id) join participant p on p.person_id = same.id
      where k.staff_id = who and k.person_id is not null and k.service_id = concord_service()) end
$function$;

CREATE OR REPLACE FUNCTION concord_declared()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case concord_sight()
    when 'staff' then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) || emergency_cases(concord_who())
    else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_details(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all ((select concord_connections(concord_who()))::uuid[])
    when 'staff' then (c.id <> all ((select concord_connections(concord_who()))::uuid[]) and c.staff_ids @> array[concord_who()] and not c.undeclared_ids @> array[concord_who()]) or c.id = any (emergency_cases(concord_who()))
    else false end)
$function$;

CREATE OR REPLACE FUNCTION concord_drafts(case_id uuid, author uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (concord_itself() OR ((author = concord_who()) AND concord_holds(case_id, ARRAY['lead'::text, 'coFacilitator'::text, 'supervisor'::text, 'coordinator'::text, 'manager'::text, 'safeguardingLead'::text])));

CREATE OR REPLACE FUNCTION concord_folded(reference text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN upper(translate(regexp_replace(NORMALIZE(reference, NFKC), '\s'::text, ''::text, 'g'::text), '‐‑‒–—―−'::text, '-------'::text));

CREATE OR REPLACE FUNCTION concord_has(roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((concord_who() IS NULL) OR (roles && concord_roles()));

CREATE OR REPLACE FUNCTION concord_holds(case_id uuid, positions text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select concord_who() is null or (concord_details(case_id) and (positions && concord_roles()
    or exists (select from case_file c where c.id = $1 and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = any (positions))))
$function$;

CREATE OR REPLACE FUNCTION concord_itself()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (concord_who() IS NULL);

CREATE OR REPLACE FUNCTION concord_knows(hash bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (encode(hash, 'hex'::text) = ANY (string_to_array(current_setting('concord.secret'::text, true), ' '::text)));

CREATE OR REPLACE FUNCTION concord_master_keys()
 RETURNS TABLE(master_id text, keys bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.master_id, count(*) from sealing_key k where k.wrapped is not null group by k.master_id order by k.master_id
$function$;

CREATE OR REPLACE FUNCTION concord_named()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case concord_sight()
    when 'participant' then array(
      select unnest(c.staff_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      except select unnest(c.undeclared_ids) from participant p join case_file c on c.id = p.case_id where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and a.id::text = c.facts -> 'people' -> 'appropriateAdults' ->> p.id::text
        where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id)
      union all
      select a.person_id from participant p join case_file c on c.id = p.case_id
        join participant a on a.case_id = c.id and c.facts -> 'people' -> 'namesTold' ? (a.id::text || '|' || p.id::text)
        where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_one(person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive up as (select person as id, 0 as n union all select m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select id from up order by n desc limit 1
$function$;

CREATE OR REPLACE FUNCTION concord_ones(persons uuid[])
 RETURNS TABLE(asked uuid, one uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive up as (
    select p.id as asked, p.id, 0 as n from unnest(persons) as p (id)
    union all select up.asked, m.kept_id, up.n + 1 from up join person_merge m on m.gone_id = up.id)
  select distinct on (up.asked) up.asked, up.id from up order by up.asked, up.n desc
$function$;

CREATE OR REPLACE FUNCTION concord_parts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case concord_sight()
    when 'participant' then array(select p.id from participant p where p.service_id = concord_service() and p.person_id = concord_who() and concord_admits(p.case_id))
    else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_persons()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case concord_sight()
    when 'staff' then array(select p.person_id from participant p where p.service_id = concord_service() and p.case_id = any ((select concord_declared())::uuid[]))
    else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_reads_of_case(id uuid)
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.case_ids @> array[$1] and r.service_id = concord_service()) else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_reads_of_persons(ids uuid[])
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_sight() = 'service' then array(select r.seq from read_record r where r.person_ids && $1 and r.service_id = concord_service()) else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(COALESCE(current_setting('concord.roles'::text, true), ''::text), ' '::text);

CREATE OR REPLACE FUNCTION concord_safeguards()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_sight() <> 'service' then false
    else concord_who() is null or exists (select from staff s where s.service_id = concord_service() and s.id = concord_who() and s.active and 'safeguardingLead' = any (s.roles)) end
$function$;

CREATE OR REPLACE FUNCTION concord_same(person uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive down as (select concord_one(person) as id union select m.gone_id from down join person_merge m on m.kept_id = down.id)
  select array_agg(id order by id) from down
$function$;

CREATE OR REPLACE FUNCTION concord_sames(persons uuid[])
 RETURNS TABLE(one uuid, records uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive down as (
    select distinct o.one, o.one as id from concord_ones(persons) o
    union select down.one, m.gone_id from down join person_merge m on m.kept_id = down.id)
  select down.one, array_agg(down.id order by down.id) from down group by down.one
$function$;

CREATE OR REPLACE FUNCTION concord_sees(case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from case_file c where c.id = $1 and c.service_id = concord_service() and case concord_sight()
    when 'service' then c.id <> all ((select concord_connections(concord_who()))::uuid[])
    when 'staff' then c.staff_ids @> array[concord_who()] and c.id <> all ((select concord_connections(concord_who()))::uuid[]) or c.id = any (emergency_cases(concord_who()))
    when 'participant' then exists (select from participant p where p.case_id = c.id and p.person_id = concord_who() and concord_admits(p.case_id))
    else false end)
$function$;

CREATE OR REPLACE FUNCTION concord_service()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('concord.service'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION concord_session(token bytea, at timestamp with time zone, today date)
 RETURNS TABLE(session_id uuid, service_id uuid, person_id uuid, kind text, roles text[], scopes text[], began_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, idle_minutes integer, case_ids uuid[], assisted_by uuid)
 LANGUAGE plpgsql
AS $function$
declare found_one session;
begin
  perform set_config('concord.secret', encode(token, 'hex'), true);
  select * into found_one from session s where s.token_hash = token and s.ended_at is null and s.expires_at > at
    and s.last_seen_at + make_interval(mins => s.idle_minutes) > at;
  if not found then return; end if;
  perform set_config('concord.service', found_one.service_id::text, true), set_config('concord.sight', 'service', true), set_config('concord.who', '', true);
  return query select found_one.id, found_one.service_id, found_one.person_id, found_one.kind, coalesce(found_one.roles, st.roles), found_one.scopes,
      found_one.began_at, greatest(found_one.last_seen_at, at), found_one.expires_at, found_one.idle_minutes,
      found_one.case_ids, found_one.assisted_by
    from person p left join staff st on st.id = p.id and found_one.kind = 'staff'
    where p.id = found_one.person_id and (found_one.kind = 'participant' or concord_at_work(st.active, st.availability, st.back_on, today));
  if found and found_one.last_seen_at <= at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = found_one.id and s.last_seen_at <= at - interval '1 minute';
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION concord_side(p participant)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when p.role in ('harmed', 'responsible') then p.role else coalesce((
    select s.role from case_file c join participant s on s.case_id = c.id and s.id::text = c.facts -> 'people' -> 'participants' -> p.id::text ->> 'supports'
    where c.id = p.case_id and s.role in ('harmed', 'responsible')), 'neither') end
$function$;

CREATE OR REPLACE FUNCTION concord_sight()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(current_setting('concord.sight'::text, true), ''::text), 'nothing'::text);

CREATE OR REPLACE FUNCTION concord_staff()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((concord_service() IS NOT NULL) AND (concord_sight() = ANY (ARRAY['service'::text, 'staff'::text])));

CREATE OR REPLACE FUNCTION concord_supervised()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_staff() and concord_who() is not null then array(select c.id from case_file c
    where c.service_id = concord_service() and c.staff_ids @> array[concord_who()]
      and c.facts -> 'facilitators' -> 'assigned' -> concord_who()::text ->> 'duty' = 'supervisor' and c.id <> all ((select concord_connections(concord_who()))::uuid[])) else '{}' end
$function$;

CREATE OR REPLACE FUNCTION concord_who()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('concord.who'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION concord_works_here(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select concord_sight() = 'staff' and exists (select from staff s where s.id = who and s.service_id = concord_service())
$function$;

CREATE OR REPLACE FUNCTION concord_works_on(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when concord_sight() = 'service' or (concord_sight() = 'staff' and who = concord_who())
    then array(select c.id from case_file c where c.service_id = concord_service() and c.staff_ids @> array[who] and c.id <> all ((select concord_connections(concord_who()))::uuid[])) else '{}' end
$function$;

CREATE OR REPLACE FUNCTION connected_in(facts jsonb)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT (d.key)::uuid AS key FROM jsonb_each(CASE WHEN (jsonb_typeof((connected_in.facts #> '{facilitators,declared}'::text[])) = 'object'::text) THEN (connected_in.facts #> '{facilitators,declared}'::text[]) ELSE '{}'::jsonb END) d(key, value) WHERE (((d.value ->> 'connected'::text) = 'true'::text) AND (d.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text)) ORDER BY d.key);

CREATE OR REPLACE FUNCTION consent_text_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published consent text is final: % refused', lower(tg_op);
end
$function$;

CREATE OR REPLACE FUNCTION draft_falls()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from draft d where d.case_id = new.id and d.author_id = any (old.staff_ids) and d.author_id <> all (new.staff_ids);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION duty_on(c case_file, who uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when c.lead_id = who then 'leads'
    when c.staff_ids @> array[who] then case c.facts #>> array['facilitators', 'assigned', who::text, 'duty']
      when 'lead' then 'leads' when 'coFacilitator' then 'coFacilitates' when 'supervisor' then 'supervises' else 'asked' end
  end
$function$;

CREATE OR REPLACE FUNCTION emergency_cases(who uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(e.case_id), '{}') from emergency_access e join case_file c on c.id = e.case_id join staff s on s.id = e.staff_id
  where e.staff_id = who and e.service_id = concord_service() and e.ended_at is null and e.until > now() and s.active
    and c.id <> all ((select concord_connections(who))::uuid[])
$function$;

CREATE OR REPLACE FUNCTION figure_counted(type text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select type in ('case.opened', 'contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed', 'process.typeChosen', 'conference.ended', 'conference.recorded',
    'communication.passed', 'harmedOnly.completed', 'case.closed', 'case.reopened', 'participant.left', 'checkpoint.passed', 'checkpoint.refused', 'deviation.reviewed')
$function$;

CREATE OR REPLACE FUNCTION figure_dates(service uuid, cases uuid[])
 RETURNS TABLE(case_id uuid, steps timestamp with time zone[], reason text, tried boolean, direct text[], indirect text[], alone text[])
 LANGUAGE sql
 STABLE
AS $function$
  select e.case_id, array[
      min(e.at) filter (where e.type = 'case.opened'),
      min(e.at) filter (where e.type = 'contact.attempted' and e.word = 'reached'),
      min(e.at) filter (where e.type = 'suitability.decided' and e.word = 'true'),
      min(e.at) filter (where e.type = 'preparation.begun'),
      min(e.at) filter (where e.type = 'preparation.completed'),
      min(e.at) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel')),
      min(e.at) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'communication.passed'),
      min(e.at) filter (where e.type = 'harmedOnly.completed'),
      case when max(e.seq) filter (where e.type = 'case.closed') > coalesce(max(e.seq) filter (where e.type = 'case.reopened'), 0) then max(e.at) filter (where e.type = 'case.closed') end],
    substr(max(lpad(e.seq::text, 9, '0') || e.word) filter (where e.type = 'case.closed'), 10),
    coalesce(bool_or(e.type = 'contact.attempted'), false),
    array_agg(e.process) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('faceToFaceWithSupporters', 'faceToFace', 'video', 'circle', 'familyGroup', 'communityPanel')),
    array_agg(e.process) filter (where e.type = 'conference.ended' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'conference.recorded' and e.word in ('asPlanned', 'partly') and e.kind in ('representative', 'recordedMessage', 'shuttle', 'letter') or e.type = 'communication.passed'),
    array_agg(e.process) filter (where e.type = 'harmedOnly.completed')
  from unnest(cases) as w (id) cross join lateral (
    select j.case_id, j.type, j.happened_at as at, j.seq, j.word, j.process, case when j.type in ('conference.ended', 'conference.recorded') then
        (select p.word from journal p where p.service_id = service and p.case_id = w.id and figure_counted(p.type) and p.type = 'process.typeChosen' and p.process = j.process and p.seq < j.seq
          order by p.seq desc limit 1) end as kind
    from journal j where j.service_id = service and j.case_id = w.id and figure_counted(j.type) offset 0) e
  group by e.case_id
$function$;

CREATE OR REPLACE FUNCTION figure_day(at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select (at at time zone 'Europe/London')::date $function$;

CREATE OR REPLACE FUNCTION figure_median(span text, first date, last date, OUT known bigint, OUT tenths integer, OUT milliseconds bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  low record;
  high record;
begin
  select coalesce(sum(s.cases), 0) into known from figure_sixteenths(span, 0, 0, first, last) s;
  if known = 0 then return; end if;
  low := figure_ranked(span, first, last, (known - 1) / 2);
  high := low;
  if known % 2 = 0 then
    high.rest := low.rest + 1;
    if high.rest = low.cases then high := figure_ranked(span, first, last, known / 2); end if;
  end if;
  if low.tenth = high.tenth and low.tenth < 65535 then
    tenths := low.tenth;
  else
    milliseconds := figure_took(span, first, last, low.tenth, low.rest, low.cases) + figure_took(span, first, last, high.tenth, high.rest, high.cases);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION figure_member(facts jsonb, processes text[], participant text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select not (facts ? 'processes') or exists (select from unnest(processes) as p (id)
    where facts #> array['processes', p.id, 'members', 'of'] ? participant
      and coalesce((facts #>> array['processes', p.id, 'members', 'of', participant, 'leftAt'])::timestamptz >= at, true))
$function$;

CREATE OR REPLACE FUNCTION figure_parts(r figure_case)
 RETURNS SETOF figure_count
 LANGUAGE sql
 STABLE
AS $function$
  select r.service_id, c.figure, c.unit, c.day, c.part, c.n
  from (select date_trunc('month', r.day::timestamp)::date as first) m
  cross join lateral (
    select r.figure, u.unit, u.day, r.part, r.n from (values ('day', r.day), ('month', m.first)) as u (unit, day) where r.figure in ('funnel', 'lost', 'known', 'checkpoint', 'deviation', 'unreviewed')
    union all
    select r.figure, 'month', m.first, r.part, r.n where r.figure = 'waiting'
    union all
    select r.figure, 'ever', '-infinity'::date, r.part, r.n where r.figure in ('stage', 'open', 'unassigned', 'workload')
    union all
    select concat_ws('/', 'span', r.part, level, r.tenth >> (16 - 4 * level)), u.unit, u.day, '', array_fill(0, array[(r.tenth >> (12 - 4 * level)) & 15]) || 1
    from generate_series(0, 3) as level, (values ('day', r.day), ('month', m.first)) as u (unit, day) where r.figure = 'span'
  ) as c (figure, unit, day, part, n)
$function$;

CREATE OR REPLACE FUNCTION figure_pending_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into figure_pending (service_id, case_id) values (new.service_id, new.id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION figure_pending_of_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into figure_pending (service_id, case_id) values (new.service_id, new.case_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION figure_people(service uuid, cases uuid[])
 RETURNS SETOF figure_person
 LANGUAGE sql
 STABLE
AS $function$
  select service, h.case_id, h.role, h.person_id, figure_day(d.steps[1]), h.counts
  from (
    select p.case_id, p.role, p.person_id, array_agg(p.counts order by p.step) as counts from (
      select q.case_id, q.role, q.person_id, s.step, bool_or(s.here and (s.step <> 2 or q.reached)) as counts
      from figure_presence(service, cases) q cross join lateral unnest(q.here) with ordinality as s (here, step) group by 1, 2, 3, 4) p
    group by 1, 2, 3) h
  join figure_dates(service, cases) d on d.case_id = h.case_id
$function$;

CREATE OR REPLACE FUNCTION figure_person_parts(service uuid, persons uuid[])
 RETURNS SETOF figure_count
 LANGUAGE sql
 STABLE
AS $function$
  with came as (
    select p.role, p.person_id, s.step, p.day from figure_person p cross join lateral unnest(p.steps) with ordinality as s (counts, step)
    where p.service_id = service and p.person_id = any (persons) and s.counts group by 1, 2, 3, 4),
  paired as (select c.*, lag(c.day) over (partition by c.role, c.person_id, c.step order by c.day) as before from came c)
  select service, c.figure, c.unit, c.day, c.part, array_fill(0, array[p.step::int - 1]) || 1
  from paired p cross join lateral (
    select 'persons', 'day', p.day, p.role
    union all select 'persons', 'month', date_trunc('month', p.day::timestamp)::date, p.role
    union all select 'again/' || p.role, 'day', p.day, to_char(p.before, 'YYYY-MM-DD') where p.before is not null
    union all select 'again/' || p.role, 'dayBefore', p.before, to_char(p.day, 'YYYY-MM-DD') where p.before is not null
    union all select 'again/' || p.role, 'month', date_trunc('month', p.day::timestamp)::date, to_char(p.before, 'YYYY-MM-01') where p.before is not null
  ) as c (figure, unit, day, part)
$function$;

CREATE OR REPLACE FUNCTION figure_presence(service uuid, cases uuid[])
 RETURNS TABLE(case_id uuid, role text, person_id uuid, here boolean[], reached boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select d.case_id, p.role, p.person_id,
    array(select s.at is not null and (s.step = 1 or g.at is null or g.at >= s.at)
      and (s.step not in (6, 7, 8) or s.at is null or figure_member(c.facts, case s.step when 6 then d.direct when 7 then d.indirect else d.alone end, p.id::text, s.at))
      from unnest(d.steps) with ordinality as s (at, step) order by s.step),
    exists (select from journal k where k.service_id = service and k.case_id = d.case_id and figure_counted(k.type)
      and k.type = 'contact.attempted' and k.word = 'reached' and k.whom = p.id::text)
  from figure_dates(service, cases) d
  join case_file c on c.id = d.case_id
  join participant p on p.case_id = d.case_id and p.role in ('harmed', 'responsible')
  left join lateral (select l.happened_at as at from journal l where l.service_id = service and l.case_id = d.case_id and figure_counted(l.type)
    and l.type = 'participant.left' and l.whom = p.id::text
    and not exists (select from journal b where b.case_id = l.case_id and b.seq > l.seq and b.type = 'participant.joined' and b.event ->> 'participantId' = l.whom)
    order by l.seq limit 1) g on true
  where d.steps[1] is not null
$function$;

CREATE OR REPLACE FUNCTION figure_ranked(span text, first date, last date, rank bigint, OUT tenth integer, OUT rest bigint, OUT cases bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  one record;
begin
  tenth := 0;
  rest := rank;
  for level in 0 .. 3 loop
    for one in select * from figure_sixteenths(span, level, tenth, first, last) loop
      cases := one.cases;
      if rest < one.cases then
        tenth := tenth * 16 + one.place::int - 1;
        exit;
      end if;
      rest := rest - one.cases;
    end loop;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION figure_rows(service uuid, cases uuid[])
 RETURNS SETOF figure_case
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return query
  with dated as materialized (
    select d.*, figure_day(d.steps[1]) as day,
      case when d.steps[6] is not null or d.steps[7] is not null or d.steps[8] is not null then 'delivered' when d.steps[5] is not null then 'arranged'
        when d.steps[4] is not null then 'prepared' when d.steps[3] is not null then 'suitable' when d.steps[2] is not null then 'contacted' else 'referred' end as furthest
    from figure_dates(service, cases) d where d.steps[1] is not null),
  funnel as (
    select d.case_id, 'funnel', s.name, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, '{1}'::int[]
    from dated d cross join lateral unnest(d.steps, figure_steps()) as s (at, name) where s.at is not null),
  spans as (
    select d.case_id, 'span', s.name, 1, d.steps[1], d.day, null::timestamptz, t.took, least((2 * t.took + 8640000) / 17280000, 65535)::int, '{1}'::int[]
    from dated d
    cross join (values ('referredToContacted', 1, 2), ('contactedToSuitable', 2, 3), ('suitableToPrepared', 3, 4), ('preparedToArranged', 4, 5),
      ('arrangedToDirect', 5, 6), ('arrangedToIndirect', 5, 7), ('suitableToHarmedOnly', 3, 8),
      ('directToClosed', 6, 9), ('indirectToClosed', 7, 9), ('harmedOnlyToClosed', 8, 9), ('referredToClosed', 1, 9)) as s (name, first, last)
    cross join lateral (select round(extract(epoch from d.steps[s.last] - d.steps[s.first]) * 1000)::bigint as took) t
    where t.took >= 0),
  lost as (
    select d.case_id, 'lost', d.furthest || '/' || d.reason, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, '{1}'::int[]
    from dated d where d.steps[9] is not null),
  known as (
    select d.case_id, 'known', p.role, 1, d.steps[1], d.day, null::timestamptz, null::bigint, null::int, array_agg(p.here order by p.step)
    from (select q.case_id, q.role, h.step, max(h.here::int) as here from figure_presence(service, cases) q
      cross join lateral unnest(q.here) with ordinality as h (here, step) group by 1, 2, 3) p
    join dated d on d.case_id = p.case_id group by d.case_id, p.role, d.steps[1], d.day),
  signed as (
    select j.case_id, 'checkpoint', x.part, (row_number() over same)::int, j.happened_at, figure_day(j.happened_at), lag(j.happened_at) over same, null::bigint, null::int, '{1}'::int[]
    from unnest(cases) as w (id) join journal j on j.service_id = service and j.case_id = w.id and figure_counted(j.type) and j.type in ('checkpoint.passed', 'checkpoint.refused')
    cross join lateral (select j.word || '/' || substr(j.type, 12) as part) x
    window same as (partition by j.case_id, x.part order by j.happened_at, j.seq)),
  -- The core names a deviation by the entry that brought it and its place in there. One that is not reviewed counts as that, too.
  deviated as (
    select j.case_id, f.figure, d.found ->> 'door', (row_number() over same)::int, x.at, figure_day(x.at), lag(x.at) over same, null::bigint, null::int, '{1}'::int[]
    from unnest(cases) as w (id) join journal j on j.service_id = service and j.case_id = w.id and jsonb_array_length(j.event -> 'deviations') > 0
    cross join lateral jsonb_array_elements(j.event -> 'deviations') with ordinality as d (found, place)
    cross join lateral (select (d.found ->> 'on')::timestamptz as at, exists (select from journal r where r.service_id = service and r.case_id = j.case_id
      and figure_counted(r.type) and r.type = 'deviation.reviewed' and r.word = j.seq || '-' || d.place) as reviewed) x
    cross join lateral (select 'deviation' union all select 'unreviewed' where not x.reviewed) as f (figure)
    window same as (partition by j.case_id, f.figure, d.found ->> 'door' order by x.at, j.seq, d.place)),
  file as materialized (select c.* from unnest(cases) as w (id) join case_file c on c.id = w.id and c.service_id = service),
  stands as (
    select c.id, s.figure, s.part, 1, c.opened_at, figure_day(c.opened_at), null::timestamptz, null::bigint, null::int, s.n
    from file c cross join lateral (
      select 'stage', case when c.closed_at is null then c.stage || '/' || coalesce(c.step, '-') else 'closed/-' end, '{1}'::int[]
      union all select 'open', '', '{1}' where c.closed_at is null
      union all select 'unassigned', '', '{1}' where c.closed_at is null and c.lead_id is null
      union all select 'workload', who::text, array[1, c.sensitive::int, c.points] from unnest(c.staff_ids) as who where c.closed_at is null and who <> all (c.undeclared_ids)
    ) as s (figure, part, n)),
  waits as (
    select c.id, 'waiting', c.waiting_on || '/' || coalesce(c.waiting_rule, '-') || '/' || case when c.stage = 'suitability' and not coalesce(d.tried, false) then 'firstContact' else 'stage' end,
      1, c.waiting_since, figure_day(c.waiting_since), null::timestamptz, null::bigint, null::int, array_fill(0, array[extract(day from figure_day(c.waiting_since))::int - 1]) || 1
    from file c left join figure_dates(service, cases) d on d.case_id = c.id
    where c.closed_at is null and c.waiting_since < 'infinity' and c.waiting_on is not null)
  select service, x.* from (select * from funnel union all select * from spans union all select * from lost union all select * from known
    union all select * from signed union all select * from deviated union all select * from stands union all select * from waits) x;
end
$function$;

CREATE OR REPLACE FUNCTION figure_sixteenths(span text, level integer, range integer, first date, last date)
 RETURNS TABLE(place bigint, cases bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select e.place, sum(e.v) from figure_stretches(first, last) s
  join figure_count c on c.service_id = (select concord_service()) and c.figure = concat_ws('/', 'span', span, level, range) and c.unit = s.unit and c.day between s.since and s.until
  cross join lateral unnest(c.n) with ordinality as e (v, place)
  group by e.place order by e.place
$function$;

CREATE OR REPLACE FUNCTION figure_steps()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array['referred', 'contacted', 'suitable', 'prepared', 'arranged', 'deliveredDirect', 'deliveredIndirect', 'deliveredHarmedOnly', 'closed']
$function$;

CREATE OR REPLACE FUNCTION figure_stretches(first date, last date)
 RETURNS TABLE(unit text, since date, until date, place text)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  with m as (select (date_trunc('month', (first - 1)::timestamp) + interval '1 month')::date as month, date_trunc('month', (last + 1)::timestamp)::date as rest)
  select x.* from m cross join lateral (
    select 'day', first, last, 'alone' where m.month >= m.rest
    union all select 'day', first, m.month - 1, 'before' where m.month < m.rest and first < m.month
    union all select 'month', m.month, m.rest - 1, 'months' where m.month < m.rest
    union all select 'day', m.rest, last, 'after' where m.month < m.rest and m.rest <= last) as x (unit, since, until, place)
$function$;

CREATE OR REPLACE FUNCTION figure_sum(a integer[], b integer[])
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array(select coalesce(x, 0) + coalesce(y, 0) from unnest(a, b) with ordinality as t (x, y, place) order by place)
$function$;

CREATE OR REPLACE FUNCTION figure_took(span text, first date, last date, tenth integer, rest bigint, cases bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  service constant uuid := concord_service();
  found bigint;
begin
  if cases > 300 and rest = 0 then
    select min(x.took) into found from generate_series(first, last, interval '1 day') as d (day) cross join lateral (
      select k.took from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day = d.day::date order by k.took limit 1) x;
  elsif cases > 300 and rest = cases - 1 then
    select max(x.took) into found from generate_series(first, last, interval '1 day') as d (day) cross join lateral (
      select k.took from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day = d.day::date order by k.took desc limit 1) x;
  else
    select k.took into found from figure_case k where k.figure = 'span' and k.service_id = service and k.part = span and k.tenth = figure_took.tenth and k.day between first and last
    order by k.took offset rest limit 1;
  end if;
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION figures_funnel(first date, last date, spans text[])
 RETURNS TABLE(figure text, part text, n double precision[])
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
declare
  service constant uuid := concord_service();
  -- the last day of the months and the days before them
  inner_last constant date := (select max(s.until) from figure_stretches(first, last) s where s.place in ('before', 'months'));
begin
  return query
  select t.figure, t.part, array_agg(t.total::float8 order by t.place) from (
    select c.figure, c.part, e.place, sum(c.sign * e.v) as total from (
      select 1 as sign, c.figure, c.part, c.n from figure_stretches(first, last) s
        join figure_count c on c.service_id = service and c.figure = any ('{funnel,lost,known,persons}') and c.unit = s.unit and c.day between s.since and s.until
      union all
      select -1, 'persons', substr(c.figure, 7), c.n from figure_stretches(first, last) s
        join figure_count c on c.service_id = service and c.figure = any ('{again/harmed,again/responsible}') and c.day between s.since and s.until
          and c.unit = case when s.place = 'before' then 'dayBefore' else s.unit end
          and case s.place when 'before' then c.part <= to_char(inner_last, 'YYYY-MM-DD') when 'months' then c.part >= to_char(s.since, 'YYYY-MM-DD') else c.part >= to_char(first, 'YYYY-MM-DD') end
    ) c cross join lateral unnest(c.n) with ordinality as e (v, place) group by 1, 2, 3) t
  group by t.figure, t.part;
  return query
  select 'span', s.name, array[m.known, m.tenths, m.milliseconds]::float8[] from unnest(spans) as s (name) cross join lateral figure_median(s.name, first, last) m;
end
$function$;

CREATE OR REPLACE FUNCTION figures_rebuild(service uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
AS $function$
declare
  total int := 0;
  next uuid[];
  last uuid := '00000000-0000-0000-0000-000000000000';
begin
  perform pg_advisory_xact_lock(hashtextextended('figures ' || service, 0));
  perform reading_rebuild(service);
  delete from figure_pending p where p.service_id = service;
  delete from figure_count c where c.service_id = service;
  delete from figure_person p where p.service_id = service;
  delete from figure_case c where c.service_id = service;
  loop
    next := array(select c.id from case_file c where c.service_id = service and c.id > last order by c.id limit 1000);
    exit when cardinality(next) = 0;
    insert into figure_case select * from figure_rows(service, next);
    insert into figure_person select * from figure_people(service, next);
    total := total + cardinality(next);
    last := next[cardinality(next)];
  end loop;
  insert into figure_count (service_id, figure, unit, day, part, n)
  select service, t.figure, t.unit, t.day, t.part, array_agg(t.total order by t.place)
  from (
    select x.figure, x.unit, x.day, x.part, e.place, sum(e.v)::int as total
    from (select p.* from figure_case c cross join lateral figure_parts(c) p where c.service_id = service
      union all select * from figure_person_parts(service, array(select distinct p.person_id from figure_person p where p.service_id = service))) x
    cross join lateral unnest(x.n) with ordinality as e (v, place) group by 1, 2, 3, 4, 5) t
  group by t.figure, t.unit, t.day, t.part having bool_or(t.total <> 0);
  return total;
end
$function$;

CREATE OR REPLACE FUNCTION figures_recount(service uuid, cases uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  fresh figure_case[] := array(select f from figure_rows(service, cases) f);
  gone figure_case[];
  come figure_case[];
  people_fresh figure_person[] := array(select f from figure_people(service, cases) f);
  people_gone figure_person[];
  people_come figure_person[];
  persons uuid[];
  less figure_count[];
  more figure_count[];
begin
  gone := array(select k::figure_case from (select * from figure_case where case_id = any (cases) except select * from unnest(fresh)) k);
  come := array(select k::figure_case from (select * from unnest(fresh) except select * from figure_case where case_id = any (cases)) k);
  people_gone := array(select k::figure_person from (select * from figure_person where case_id = any (cases) except select * from unnest(people_fresh)) k);
  people_come := array(select k::figure_person from (select * from unnest(people_fresh) except select * from figure_person where case_id = any (cases)) k);
  persons := array(select distinct person_id from unnest(people_gone || people_come));

  less := array(select p from unnest(gone) g cross join lateral figure_parts(g) p union all select p from figure_person_parts(service, persons) p);
  delete from figure_case k using unnest(gone) g where k.case_id = g.case_id and k.figure = g.figure and k.part = g.part and k.nth = g.nth;
  insert into figure_case select * from unnest(come);
  delete from figure_person k using unnest(people_gone) g where k.case_id = g.case_id and k.role = g.role and k.person_id = g.person_id;
  insert into figure_person select * from unnest(people_come);
  more := array(select p from unnest(come) g cross join lateral figure_parts(g) p union all select p from figure_person_parts(service, persons) p);

  insert into figure_count as c (service_id, figure, unit, day, part, n)
  select service, t.figure, t.unit, t.day, t.part, array_agg(t.total order by t.place)
  from (
    select x.figure, x.unit, x.day, x.part, e.place, sum(x.sign * e.v)::int as total
    from (select 1 as sign, m.* from unnest(more) m union all select -1, l.* from unnest(less) l) x
    cross join lateral unnest(x.n) with ordinality as e (v, place) group by 1, 2, 3, 4, 5) t
  group by t.figure, t.unit, t.day, t.part having bool_or(t.total <> 0)
  on conflict (service_id, figure, unit, day, part) do update set n = figure_sum(c.n, excluded.n);
  delete from figure_count where service_id = service and 0 = all (n);
end
$function$;

CREATE OR REPLACE FUNCTION figures_settle()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if concord_service() is null or concord_sight() <> 'service' then
    raise exception 'figures are settled in the scope of their service';
  end if;
  return figures_settle_of(concord_service());
end
$function$;

CREATE OR REPLACE FUNCTION figures_settle_everywhere()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  service uuid;
  total int := 0;
begin
  for service in select distinct p.service_id from figure_pending p order by 1 loop
    total := total + figures_settle_of(service);
  end loop;
  return total;
end
$function$;

CREATE OR REPLACE FUNCTION figures_settle_of(service uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET jit TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
declare
  cases uuid[];
begin
  if not exists (select from figure_pending p where p.service_id = service) then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended('figures ' || service, 0));
  with taken as (delete from figure_pending p where p.service_id = service returning p.case_id)
  select array_agg(distinct t.case_id) into cases from taken t;
  if cases is null then return 0; end if;
  perform figures_recount(service, cases);
  return cardinality(cases);
end
$function$;

CREATE OR REPLACE FUNCTION journal_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the journal is append-only: % refused', lower(tg_op);
end
$function$;

CREATE OR REPLACE FUNCTION journal_on(event jsonb)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(event ->> 'endedAt', event ->> 'on')::timestamptz
$function$;

CREATE OR REPLACE FUNCTION participant_is_one()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.told_id := new.person_id;
  new.person_id := concord_one(new.person_id);
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION read_hash(r read_record)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256(r.prev_hash || convert_to(concat(
    '{', '"assistedBy":"' || r.assisted_by || '",', '"at":"', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","by":"', r.by, '","cases":', array_to_json(r.case_ids),
    ',"kind":"', r.kind, '","operation":"', r.operation, '","persons":', array_to_json(r.person_ids), ',"purpose":"', r.purpose,
    '","request":"', r.request, '","seq":', r.seq, ',"service":"', r.service_id, '"}'), 'UTF8'))
$function$;

CREATE OR REPLACE FUNCTION reading_add(service uuid, entries read_record[], known bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into reading_day as d (service_id, who, day, cases, tries, emergencies, after_closing, hours)
  select service, x.who, x.day,
    count(distinct x.case_id) filter (where not exists (
      select from read_record r where r.service_id = service and r.by = x.who::text and r.seq <= known and x.case_id = any (r.case_ids)
      and r.at >= (x.day::timestamp at time zone 'Europe/London') and r.at < ((x.day + 1)::timestamp at time zone 'Europe/London')
      and r.kind in ('read', 'export') and r.purpose <> 'none')),
    count(*) filter (where x.purpose = 'none'), count(*) filter (where x.kind = 'emergency'), count(*) filter (where c.closed_at < x.at),
    coalesce(bit_or(1 << x.hour) filter (where x.case_id is not null), 0)
  from (
    select s.id as who, e.at, e.kind, e.purpose, (e.at at time zone 'Europe/London')::date as day, extract(hour from e.at at time zone 'Europe/London')::int as hour, o.id as case_id
    from unnest(entries) e
    join staff s on s.id = case when e.by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.by::uuid end and s.service_id = service
    left join lateral unnest(case when e.kind in ('read', 'export') and e.purpose <> 'none' then e.case_ids end) o (id) on true
    where e.kind in ('read', 'export', 'emergency') or e.purpose = 'none') x
  left join case_file c on c.id = x.case_id
  group by x.who, x.day
  on conflict (service_id, who, day) do update set cases = d.cases + excluded.cases, tries = d.tries + excluded.tries,
    emergencies = d.emergencies + excluded.emergencies, after_closing = d.after_closing + excluded.after_closing, hours = d.hours | excluded.hours;
end
$function$;

CREATE OR REPLACE FUNCTION reading_rebuild(service uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
declare
  known bigint := 0;
  entries read_record[];
begin
  perform from read_chain c where c.service_id = service for update;
  delete from reading_day d where d.service_id = service;
  loop
    entries := array(select r from read_record r where r.service_id = service and r.seq > known order by r.seq limit 5000);
    exit when cardinality(entries) = 0;
    perform reading_add(service, entries, known);
    known := entries[cardinality(entries)].seq;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION reads_are_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the record of reads is append-only: % refused', lower(tg_op);
end
$function$;

CREATE OR REPLACE FUNCTION record_reads(entries jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
declare
  service constant uuid := concord_service();
  drafts read_record[];
  draft read_record;
  chain read_chain;
begin
  if service is null then
    raise exception 'reads are recorded in a transaction that says its service';
  end if;
  if exists (select from jsonb_array_elements(entries) as e where e ->> 'by' <> concord_who()::text) then
    raise exception 'whoever reads is recorded in their own name';
  end if;
  with asked as (
    select n, e, e ->> 'by' as by, (e ->> 'at')::timestamptz(3) as at, (e ->> 'request')::uuid as request,
      case when e ->> 'by' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e ->> 'by')::uuid end as who
    from jsonb_array_elements(entries) with ordinality as t (e, n)
  ),
  reader as (
    select a.*, s.id is not null and s.service_id = service as is_staff,
      case
        when a.who is null then coalesce(a.e ->> 'purpose', 'upkeep')
        when s.id is null or s.service_id <> service then 'none'
        when s.roles @> array['safeguardingLead'] then 'safeguarding'
        when s.roles @> array['manager'] then 'management'
        when s.roles @> array['coordinator'] then 'coordination'
        else 'none'
      end as by_role
    -- By id alone, here and below: the service is compared afterwards, so that no plan reads all of its rows.
    from asked a left join staff s on s.id = a.who
  ),
  of_case as (
    select r.n, i.id as case_id, case
        when i.in_vain then 'none'
        when r.who is null then r.by_role
        when c.id is null or c.service_id <> service then 'none'
        -- Not as exists: PostgreSQL would read all participants once, to compare the many cases it expects.
        when not r.is_staff then coalesce((select 'ownPart' from participant p where p.case_id = c.id and p.person_id = r.who limit 1), 'none')
        else coalesce(duty_on(c, r.who), nullif(r.by_role, 'none'), case when c.id = any(emergency_cases(r.who)) then 'emergency' else 'none' end)
      end as purpose
    from reader r
    cross join lateral (
      select v::uuid as id, false as in_vain from jsonb_array_elements_text(r.e -> 'cases') as v
      union select v::uuid, true from jsonb_array_elements_text(r.e -> 'inVain') as v
    ) i
    left join case_file c on c.id = i.id
  ),
  -- Why somebody is read: for the case of theirs that was read with them; else as themselves, by role, or for a case of theirs that the reader works on.
  of_person as (
    select r.n, i.id as person_id, coalesce(k.purpose, case when i.id = r.who then 'ownPart' end, nullif(r.by_role, 'none'), w.purpose, 'none') as purpose
    from reader r
    cross join lateral (select distinct v::uuid as id from jsonb_array_elements_text(r.e -> 'persons') as v) i
    left join lateral (
      select distinct o.purpose from of_case o join participant p on p.case_id = o.case_id where o.n = r.n and p.person_id = i.id
    ) k on true
    left join lateral (
      select duty_on(c, r.who) as purpose from participant p join case_file c on c.id = p.case_id
      where k.purpose is null and r.is_staff and p.person_id = i.id and c.staff_ids @> array[r.who] order by 1 limit 1
    ) w on true
    where not exists (select from staff s where s.id = i.id)
  ),
  told as (
    select n, purpose, case_id, null::uuid as person_id from of_case
    union all
    select n, purpose, null, person_id from of_person
    union all
    select n, by_role, null, null from reader r where r.e ->> 'kind' in ('search', 'export', 'emergency') and not exists (select from of_case o where o.n = r.n) and not exists (select from of_person o where o.n = r.n)
  ),
  grouped as (
    select n, purpose,
      coalesce(array_agg(case_id order by case_id) filter (where case_id is not null), '{}') as case_ids,
      coalesce(array_agg(person_id order by person_id) filter (where person_id is not null), '{}') as person_ids
    from told group by n, purpose
  )
  select array_agg(row(service, 1, r.at, r.by, r.e ->> 'kind', r.e ->> 'operation', g.purpose, g.case_ids, g.person_ids, r.request, '', '', (r.e ->> 'assistedBy')::uuid)::read_record order by r.n, g.purpose)
  into drafts from grouped g join reader r on r.n = g.n;
  if drafts is null then
    return 0;
  end if;

  -- From here on one at a time in each service, until the transaction ends.
  insert into read_chain values (service, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select * into strict chain from read_chain where service_id = service for update;
  -- What participants and programs read counts for nobody, and a list only where it was refused.
  if exists (select from unnest(drafts) as e where (e.kind in ('read', 'export', 'emergency') or e.purpose = 'none') and e.purpose not in ('ownPart', 'intake', 'rights', 'upkeep')) then
    perform reading_add(service, drafts, chain.seq);
  end if;
  foreach draft in array drafts loop
    chain.seq := chain.seq + 1;
    draft.seq := chain.seq;
    draft.prev_hash := chain.hash;
    draft.hash := read_hash(draft);
    chain.hash := draft.hash;
    insert into read_record select draft.*;
  end loop;
  update read_chain set seq = chain.seq, hash = chain.hash where service_id = service;
  return chain.seq;
end
$function$;

CREATE OR REPLACE FUNCTION retention_run_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a retention run is final: % refused', lower(tg_op);
end
$function$;

CREATE OR REPLACE FUNCTION utf8_sha256(words text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select sha256(convert_to(words, 'UTF8')) $function$;

