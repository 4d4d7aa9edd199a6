-- Seconds before the click that a recording begins with.
alter table settings add column pre_roll_seconds integer not null default 5 check (pre_roll_seconds between 0 and 15);
