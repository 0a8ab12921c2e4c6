-- Why: a restored database does not know what was sent after its backup was made: what was due by then is held back, and a person decides.

alter table notice add column held_since timestamptz;
comment on column notice.held_since is 'operational: since when it is held back, because a restore cannot tell whether it was sent; null while it may be sent';
