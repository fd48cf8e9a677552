create table coupons (
  shop_id bigint not null references shops,
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('percent', 'amount', 'free_shipping')),
  value bigint not null default 0 check (value >= 0),
  min_goods bigint not null default 0,
  starts_at timestamptz,
  ends_at timestamptz,
  max_uses integer,
  used integer not null default 0,
  once_per_email boolean not null default false,
  campaign_id uuid,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, id),
  check (max_uses is null or used <= max_uses)
);
create unique index coupons_code on coupons (shop_id, upper(code));

create table shipping_zones (
  shop_id bigint not null references shops,
  id uuid not null,
  name text not null,
  countries text[] not null,
  position integer not null default 0,
  primary key (shop_id, id)
);
create table shipping_rates (
  shop_id bigint not null,
  id uuid not null,
  zone_id uuid not null,
  name text not null,
  detail text not null default '',
  kind text not null check (kind in ('flat', 'weight', 'pickup')),
  price bigint not null check (price >= 0),
  per_kg bigint not null default 0,
  min_grams integer not null default 0,
  max_grams integer,
  free_over bigint,
  location_id uuid,
  position integer not null default 0,
  primary key (shop_id, id),
  foreign key (shop_id, zone_id) references shipping_zones on delete cascade
);

-- Prices include VAT; the rate is that of the country the goods go to, by date. Basis points: 2550 is 25.5 %.
create table tax_rates (
  shop_id bigint not null references shops,
  country char(2) not null,
  tax_class text not null,
  valid_from date not null,
  basis_points integer not null check (basis_points between 0 and 10000),
  primary key (shop_id, country, tax_class, valid_from)
);

create table carts (
  shop_id bigint not null references shops,
  id uuid not null,
  token_hash text not null,
  member_id uuid,
  state text not null default 'open' check (state in ('open', 'paying', 'ordered', 'abandoned')),
  country char(2) not null,
  locale text not null,
  coupon_code text,
  email text,
  ship_to jsonb,
  shipping_rate_id uuid,
  click_id text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index carts_token on carts (shop_id, token_hash);
create unique index carts_member on carts (shop_id, member_id) where state in ('open', 'paying');
create index carts_stale on carts (shop_id, state, updated_at);

create table cart_lines (
  shop_id bigint not null,
  cart_id uuid not null,
  variant_id uuid not null,
  quantity integer not null check (quantity between 1 and 999),
  price_seen bigint not null,
  choice_open boolean not null default false,
  post_id uuid,
  click_id text,
  added_at timestamptz not null,
  primary key (shop_id, cart_id, variant_id),
  foreign key (shop_id, cart_id) references carts on delete cascade,
  foreign key (shop_id, variant_id) references variants
);

-- Stock set aside for a cart (with an end) or an order (until it leaves): the sum per variant and place is stock.reserved.
create table reservations (
  shop_id bigint not null,
  id uuid not null,
  variant_id uuid not null,
  location_id uuid not null,
  quantity integer not null check (quantity > 0),
  cart_id uuid,
  order_id uuid,
  expires_at timestamptz,
  primary key (shop_id, id),
  check ((cart_id is null) <> (order_id is null)),
  check ((order_id is null) = (expires_at is not null))
);
create unique index reservations_cart on reservations (shop_id, cart_id, variant_id, location_id) where cart_id is not null;
create index reservations_order on reservations (shop_id, order_id) where order_id is not null;
create index reservations_expiry on reservations (shop_id, expires_at) where expires_at is not null;

create table order_numbers (
  shop_id bigint primary key references shops,
  next bigint not null default 1001
);

create table orders (
  shop_id bigint not null references shops,
  id uuid not null,
  number bigint,
  cart_id uuid not null,
  state text not null,
  payment_state text not null,
  fulfilment_state text not null default 'unfulfilled',
  token_hash text not null,
  member_id uuid,
  email text not null,
  locale text not null,
  currency char(3) not null,
  ship_to jsonb not null,
  shipping_rate jsonb not null,
  coupon_code text,
  goods bigint not null,
  discount bigint not null default 0,
  shipping bigint not null default 0,
  tax bigint not null default 0,
  total bigint not null check (total >= 0),
  refunded bigint not null default 0 check (refunded >= 0 and refunded <= total),
  note text,
  click_id text,
  placed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index orders_number on orders (shop_id, number);
create unique index orders_token on orders (shop_id, token_hash);
create index orders_list on orders (shop_id, placed_at desc, id desc) where number is not null;
create index orders_state on orders (shop_id, state, placed_at desc);
create index orders_email on orders (shop_id, lower(email));
create index orders_cart on orders (shop_id, cart_id);
create index orders_member on orders (shop_id, member_id, placed_at desc) where member_id is not null;

create table order_lines (
  shop_id bigint not null,
  order_id uuid not null,
  id uuid not null,
  position integer not null,
  variant_id uuid not null,
  product_id uuid not null,
  sku text not null,
  title text not null,
  option_values text[] not null default '{}',
  picture_id uuid,
  quantity integer not null check (quantity > 0),
  unit_price bigint not null,
  discount bigint not null default 0,
  tax_basis_points integer not null,
  tax bigint not null,
  total bigint not null,
  fulfilled integer not null default 0,
  refunded integer not null default 0,
  post_id uuid,
  click_id text,
  primary key (shop_id, order_id, id),
  foreign key (shop_id, order_id) references orders,
  check (fulfilled >= 0 and refunded >= 0 and fulfilled <= quantity and refunded <= quantity)
);
create index order_lines_product on order_lines (shop_id, product_id);

create table order_events (
  shop_id bigint not null,
  order_id uuid not null,
  id uuid not null,
  kind text not null,
  actor text,
  data jsonb not null default '{}',
  happened_at timestamptz not null,
  primary key (shop_id, order_id, id),
  foreign key (shop_id, order_id) references orders
);

create table payments (
  shop_id bigint not null,
  id uuid not null,
  order_id uuid not null,
  provider text not null,
  state text not null,
  amount bigint not null check (amount >= 0),
  captured bigint not null default 0,
  refunded bigint not null default 0,
  provider_ref text,
  problem text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, order_id) references orders,
  check (refunded <= captured and captured <= amount)
);
create index payments_order on payments (shop_id, order_id);
create index payments_open on payments (shop_id, state, updated_at) where state in ('created', 'processing', 'unknown');

create table payment_events (
  shop_id bigint not null,
  payment_id uuid not null,
  idempotency_key text not null,
  kind text not null,
  amount bigint not null,
  provider_ref text,
  data jsonb not null default '{}',
  happened_at timestamptz not null,
  primary key (shop_id, payment_id, idempotency_key),
  foreign key (shop_id, payment_id) references payments
);

create table fulfilments (
  shop_id bigint not null,
  id uuid not null,
  order_id uuid not null,
  lines jsonb not null,
  carrier text,
  tracking text,
  created_by uuid,
  created_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, order_id) references orders
);
create index fulfilments_order on fulfilments (shop_id, order_id);

-- The answer already given to a request that is asked again.
create table idempotency_keys (
  shop_id bigint not null,
  scope text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (shop_id, scope, key)
);
