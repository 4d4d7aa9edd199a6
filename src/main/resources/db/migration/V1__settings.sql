-- One row, written when an owner first saves; until then the defaults hold.
create table settings (
  id                   integer primary key check (id = 1),
  frames_per_second    integer not null check (frames_per_second between 1 and 60),
  recordings_folder    text    not null,
  record_every_session integer not null check (record_every_session in (0, 1))
);
