create table member (
  id            integer primary key autoincrement,
  username      text    not null,          -- as its owner wrote it
  name_key      text    not null unique,   -- the same for every way to write it: NFKC, lower case
  password_hash text    not null,
  role          text    not null check (role in ('MEMBER', 'OWNER')),
  state         text    not null check (state in ('WAITING', 'ACTIVE')),
  created_at    integer not null           -- UTC, epoch milliseconds
);
