-- Keys of programs. Only a hash of the secret is kept; the prefix is shown, so that people tell their keys apart.
create table api_keys (
  shop_id bigint not null references shops,
  id uuid not null,
  prefix text not null,
  secret_hash text not null,
  name text not null check (char_length(name) between 1 and 80),
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, created_by) references members (shop_id, id)
);
create unique index api_keys_prefix on api_keys (shop_id, prefix);

-- What was answered to a request that named itself by an Idempotency-Key, for a day. `attempt` fences the work: the
-- transaction that does it sets `worked_at`, and only for the attempt that still holds the claim.
create table api_replies (
  shop_id bigint not null references shops,
  actor text not null,
  key text not null,
  fingerprint text not null,
  attempt int not null default 1,
  claimed_until timestamptz not null,
  worked_at timestamptz,
  status int,
  headers jsonb,
  body bytea,
  created_at timestamptz not null,
  primary key (shop_id, actor, key)
);
create index api_replies_age on api_replies (shop_id, created_at);
