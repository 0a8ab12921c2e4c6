-- Why: what a referrer wrote is read by the staff on the case before anybody is contacted, and so is told from the words of events.

alter table text add column came boolean not null default false;
comment on column text.came is 'operational: whether the words came from the referrer, and belong to no event of the staff';
update text t set came = true where not exists (
  select from journal j where j.case_id = t.case_id and strpos(j.event::text, t.id::text) > 0);
