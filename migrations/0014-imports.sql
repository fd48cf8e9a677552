-- Imports of several kinds and formats, looked at before they are brought in.
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('preview', 'queued', 'running', 'done', 'failed', 'cancelled'));
alter table imports add constraint imports_kind_check
  check (kind in ('products', 'coupons', 'customers', 'orders'));
-- What the owner says the file is, where that is another than its headings tell.
alter table imports add column format text;
-- Which column, counted from 0, holds a field.
alter table imports add column mapping jsonb;
-- SHA-256 of the file, to tell that the same one is here already.
alter table imports add column file_hash text;
create index imports_file on imports (shop_id, file_hash, created_at) where file_hash is not null;

-- How the columns of a file were read the last time, by its headings.
create table import_mappings (
  shop_id bigint not null references shops,
  kind text not null,
  signature text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (shop_id, kind, signature)
);

-- People whom the shop knows from elsewhere: no accounts, nobody gets a letter.
create table contacts (
  shop_id bigint not null references shops,
  id uuid not null,
  -- Who it is: the e-mail address in small letters, else the source's own number.
  key text not null,
  email text,
  name text not null default '',
  phone text,
  company text,
  address jsonb,
  -- Whether they agreed to marketing elsewhere, and when; null when the file does not say.
  marketing boolean,
  marketing_at timestamptz,
  tags text[] not null default '{}',
  note text not null default '',
  member_id uuid,
  source text not null,
  import_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, member_id) references members
);
create unique index contacts_key on contacts (shop_id, key);
create index contacts_member on contacts (shop_id, member_id) where member_id is not null;
create index contacts_name on contacts (shop_id, lower(name), id);

-- Orders of another shop system, as history: never fulfilled, charged or counted as sales.
create table past_orders (
  shop_id bigint not null references shops,
  id uuid not null,
  source text not null,
  number text not null,
  placed_at timestamptz not null,
  contact_id uuid,
  email text,
  name text not null default '',
  state text not null check (state in ('paid', 'open', 'refunded', 'cancelled')),
  currency text not null,
  total bigint not null,
  shipping bigint not null default 0,
  tax bigint not null default 0,
  discount bigint not null default 0,
  refunded bigint not null default 0,
  coupon text,
  note text not null default '',
  import_id uuid,
  -- What the rows said, to tell an order that reads as before from one that changed.
  content_hash text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, contact_id) references contacts
);
create unique index past_orders_number on past_orders (shop_id, source, number);
create index past_orders_contact on past_orders (shop_id, contact_id, placed_at desc);
create index past_orders_recent on past_orders (shop_id, placed_at desc, id desc);

create table past_order_lines (
  shop_id bigint not null,
  order_id uuid not null,
  n integer not null,
  title text not null,
  sku text,
  -- What it is here, found by its SKU when the order was brought in.
  product_id uuid,
  variant_id uuid,
  quantity integer not null check (quantity > 0),
  price bigint not null,
  primary key (shop_id, order_id, n),
  foreign key (shop_id, order_id) references past_orders on delete cascade
);
create index past_order_lines_product on past_order_lines (shop_id, product_id) where product_id is not null;
