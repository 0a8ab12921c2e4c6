-- Why: a page of a list is read in its whole order from an index and never sorted; each filter of a list has an index of its own, partial, so that a row pays only for those it stands in.

-- Tasks: what is open and what is done; of those what is one person's, what is one role's, and what is of one case.
drop index task_open;
create index task_open on task (service_id, since, case_id, id) where done_at is null;
create index task_done on task (service_id, since, case_id, id) where done_at is not null;
create index task_open_assignee on task (service_id, assignee_id, since, case_id, id) where done_at is null and assignee_id is not null;
create index task_done_assignee on task (service_id, assignee_id, since, case_id, id) where done_at is not null and assignee_id is not null;
create index task_open_role on task (service_id, supplier, since, case_id, id) where done_at is null and assignee_id is null;
create index task_done_role on task (service_id, supplier, since, case_id, id) where done_at is not null and assignee_id is null;
create index task_done_case on task (case_id) where done_at is not null;

-- Messages: those that wait, and all.
drop index notice_waiting;
create index notice_waiting on notice (service_id, not_before, case_id, id) where cancelled_at is null and sent_at is null;
create index notice_order on notice (service_id, not_before, case_id, id);

-- Cases, longest waiting first.
create index case_file_open on case_file (service_id, waiting_since, id) where closed_at is null;
create index case_file_closed on case_file (service_id, waiting_since, id) where closed_at is not null;
create index case_file_lead on case_file (service_id, lead_id, waiting_since, id) where lead_id is not null;
create index case_file_no_lead on case_file (service_id, waiting_since, id) where lead_id is null;
create index case_file_step on case_file (service_id, step, waiting_since, id) where step is not null;
create index case_file_waiting_on on case_file (service_id, waiting_on, waiting_since, id) where waiting_on is not null;
create index case_file_area on case_file (service_id, area_id, waiting_since, id) where area_id is not null;
create index case_file_sensitive on case_file (service_id, waiting_since, id) where sensitive;

-- One for each risk flag: PostgreSQL serves `@>` from no index behind row-level security, but it knows a partial index by its condition.
create index case_file_flag_domestic_abuse on case_file (service_id, waiting_since, id) where flags @> '{domesticAbuse}';
create index case_file_flag_coercive_control on case_file (service_id, waiting_since, id) where flags @> '{coerciveControl}';
create index case_file_flag_sexual on case_file (service_id, waiting_since, id) where flags @> '{sexual}';
create index case_file_flag_stalking on case_file (service_id, waiting_since, id) where flags @> '{stalking}';
create index case_file_flag_trafficking on case_file (service_id, waiting_since, id) where flags @> '{trafficking}';
create index case_file_flag_exploitation on case_file (service_id, waiting_since, id) where flags @> '{exploitation}';
create index case_file_flag_death on case_file (service_id, waiting_since, id) where flags @> '{death}';
create index case_file_flag_hate on case_file (service_id, waiting_since, id) where flags @> '{hate}';
create index case_file_flag_child_victim on case_file (service_id, waiting_since, id) where flags @> '{childVictim}';
create index case_file_flag_mental_health on case_file (service_id, waiting_since, id) where flags @> '{mentalHealth}';
create index case_file_flag_terrorism on case_file (service_id, waiting_since, id) where flags @> '{terrorism}';
create index case_file_flag_multi_party on case_file (service_id, waiting_since, id) where flags @> '{multiParty}';
create index case_file_flag_relationship on case_file (service_id, waiting_since, id) where flags @> '{relationship}';
create index case_file_flag_continuing_contact on case_file (service_id, waiting_since, id) where flags @> '{continuingContact}';
create index case_file_flag_high_risk on case_file (service_id, waiting_since, id) where flags @> '{highRisk}';

-- The record of reads: how often somebody tried an emergency in a day; emergencies that wait to be noted.
create index read_record_emergency on read_record (service_id, by, at) where kind = 'emergency';
create index emergency_access_waiting on emergency_access (service_id, opened_at, id) where acknowledged_at is null;

-- Disclosures of one case; pairs of persons on which nobody has decided.
create index disclosure_case on disclosure (case_id);
drop index person_suggestion_likeliest;
create index person_suggestion_likeliest on person_suggestion (service_id, score, id) where dismissed_id is null;
