-- Why: what follows from a command is queued and in the journal; a command that is repeated needs only what it led to.
alter table answer drop column answer;
