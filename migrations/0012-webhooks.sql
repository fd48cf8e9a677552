-- Telling machines: where to, what was said, and how it was received.

create table webhooks (
  shop_id bigint not null references shops,
  id uuid not null,
  url text not null,
  -- Public names of events (src/domain/webhooks/catalogue.ts), never the ledger's own.
  events text[] not null,
  note text not null default '',
  state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
  disabled_why text check (disabled_why in ('gone', 'failing')),
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  -- Nothing that the ledger had already seen when it began to listen is told.
  since_seq bigint not null,
  failing_since timestamptz,
  -- Where nobody answers at all it is left alone for a while, longer each time.
  rests integer not null default 0,
  rest_until timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (shop_id, id)
);

-- What is said, once for all who hear it: its id and its body never change, however often it is sent.
create table webhook_events (
  shop_id bigint not null references shops,
  id uuid not null,
  -- Its place in the ledger; a test has none.
  seq bigint,
  type text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index webhook_events_seq on webhook_events (shop_id, seq) where seq is not null;
create index webhook_events_age on webhook_events (shop_id, created_at);

create table webhook_deliveries (
  shop_id bigint not null references shops,
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  type text not null,
  subject text collate "C" not null,
  -- The order within a subject: the event's place in the ledger.
  place bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  -- Null where it is over, and where an earlier one about the same subject is still waiting. While it is being sent it
  -- is the time from which another worker may take it for lost.
  next_try_at timestamptz,
  last_status integer,
  last_problem text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, webhook_id) references webhooks,
  foreign key (shop_id, event_id) references webhook_events
);
create index webhook_deliveries_due on webhook_deliveries (shop_id, webhook_id, next_try_at) where state = 'waiting';
create index webhook_deliveries_line on webhook_deliveries (shop_id, webhook_id, subject, place) where state = 'waiting';
create index webhook_deliveries_log on webhook_deliveries (shop_id, webhook_id, state, id);
create index webhook_deliveries_age on webhook_deliveries (shop_id, created_at);
create index webhook_deliveries_event on webhook_deliveries (shop_id, event_id);

create table webhook_tries (
  shop_id bigint not null references shops,
  delivery_id uuid not null,
  n integer not null,
  status integer,
  problem text,
  -- The first 2 KB of the answer.
  answer text not null default '',
  milliseconds integer not null,
  tried_at timestamptz not null,
  primary key (shop_id, delivery_id, n),
  foreign key (shop_id, delivery_id) references webhook_deliveries on delete cascade
);
