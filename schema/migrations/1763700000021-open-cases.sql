-- Why: a manager's first page counts the open cases by stage and by what they wait for, and lists those that nobody leads.

create index case_file_standing on case_file (service_id, stage, step, waiting_on, waiting_rule, waiting_since, id) where closed_at is null;
create index case_file_unassigned on case_file (service_id, opened_at, id) where closed_at is null and lead_id is null;
