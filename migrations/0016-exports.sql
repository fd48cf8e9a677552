-- Who took what out of the shop, and when: each download is noted as it begins.
create table exports (
  shop_id bigint not null references shops,
  id uuid not null,
  what text not null check (what in ('products', 'orders', 'customers', 'interactions', 'posts')),
  format text not null check (format in ('csv', 'ndjson')),
  from_day date,
  to_day date,
  member_id uuid,
  begun_at timestamptz not null,
  primary key (shop_id, id)
);
