create table camera (
  id integer primary key autoincrement,
  name text not null,
  -- null: found automatically
  source text,
  width integer not null,
  height integer not null,
  -- the device that was found when it was last looked for
  found_device text
);

insert into camera (name, width, height) values ('Front door', 1280, 720);
