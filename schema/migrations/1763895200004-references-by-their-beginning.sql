-- Why: part of a reference is found by its beginning, by the index that keeps references unique; for that they are compared letter by letter and not by the rules of a language.
alter table case_file alter column reference type text collate "C";
