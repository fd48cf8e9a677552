-- Coupons: percent is a whole number of percent, amount is minor units. used can never pass max_uses.
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
  used integer not null default 0 check (used >= 0),
  once_per_email boolean not null default false,
  campaign_id uuid,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, id),
  check (max_uses is null or used <= max_uses)
);
create unique index coupons_code on coupons (shop_id, upper(code));

-- One row per order that uses a coupon; email_key is filled only where a person may use the coupon once.
create table coupon_uses (
  shop_id bigint not null,
  coupon_id uuid not null,
  order_id uuid not null,
  email_key text,
  used_at timestamptz not null,
  primary key (shop_id, order_id),
  foreign key (shop_id, coupon_id) references coupons
);
create unique index coupon_uses_email on coupon_uses (shop_id, coupon_id, email_key) where email_key is not null;

-- A zone is a list of countries; '*' is every country that no other zone names.
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
  min_grams integer not null default 0 check (min_grams >= 0),
  max_grams integer check (max_grams >= min_grams),
  free_over bigint,
  location_id uuid,
  position integer not null default 0,
  primary key (shop_id, id),
  foreign key (shop_id, zone_id) references shipping_zones on delete cascade,
  foreign key (shop_id, location_id) references locations
);
create index shipping_rates_zone on shipping_rates (shop_id, zone_id, position);

-- Prices include VAT; the rate is that of the country the goods go to, by date. Basis points: 2550 is 25.5 %.
create table tax_rates (
  shop_id bigint not null references shops,
  country char(2) not null,
  tax_class text not null,
  valid_from date not null,
  basis_points integer not null check (basis_points between 0 and 10000),
  primary key (shop_id, country, tax_class, valid_from)
);

-- A guest's cart is found by its secret (only the hash is kept), a member's by the member.
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
  quantity integer not null check (quantity between 1 and 99),
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

-- token opens the order's page without an account; mails sent later need it, and it shows nothing but this row.
-- attempt_key names one press of Pay: the same press again is answered with the same order.
create table orders (
  shop_id bigint not null references shops,
  id uuid not null,
  number bigint,
  cart_id uuid not null,
  attempt_key text not null,
  state text not null check (state in ('placing', 'placed', 'completed', 'declined', 'cancelled')),
  payment_state text not null check (
    payment_state in ('processing', 'pending', 'paid', 'part_refunded', 'refunded', 'declined', 'void')),
  fulfilment_state text not null default 'unfulfilled'
    check (fulfilment_state in ('unfulfilled', 'part_fulfilled', 'fulfilled')),
  token text not null,
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
  -- What the goods earn: less discount, VAT and delivery.
  net bigint not null default 0,
  taxes jsonb not null default '[]',
  total bigint not null check (total >= 0),
  refunded bigint not null default 0 check (refunded >= 0 and refunded <= total),
  note text,
  click_id text,
  -- The letters already written about it: each is written once, however often its job runs.
  letters text[] not null default '{}',
  placed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index orders_number on orders (shop_id, number);
create unique index orders_token on orders (shop_id, token);
create unique index orders_attempt on orders (shop_id, cart_id, attempt_key);
-- A cart becomes one order at most, whatever happens.
create unique index orders_cart on orders (shop_id, cart_id) where state in ('placing', 'placed', 'completed');
create index orders_list on orders (shop_id, placed_at desc, id desc) where number is not null;
create index orders_state on orders (shop_id, state, placed_at desc);
create index orders_email on orders (shop_id, lower(email));
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
  fulfilled integer not null default 0 check (fulfilled >= 0),
  refunded integer not null default 0 check (refunded >= 0 and refunded <= quantity),
  -- Refunded before they left: these will never be sent.
  cancelled integer not null default 0 check (cancelled >= 0 and cancelled <= refunded),
  requires_shipping boolean not null default true,
  post_id uuid,
  click_id text,
  primary key (shop_id, order_id, id),
  foreign key (shop_id, order_id) references orders,
  check (fulfilled + cancelled <= quantity)
);
create index order_lines_product on order_lines (shop_id, product_id);
create index order_lines_sku on order_lines (shop_id, upper(sku));

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
  state text not null check (
    state in ('processing', 'pending', 'paid', 'part_refunded', 'refunded', 'declined', 'void')),
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
create index payments_open on payments (shop_id, state, updated_at) where state = 'processing';

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

-- Money on its way back: written with the state it follows from, sent to the provider afterwards under its own id.
create table refunds (
  shop_id bigint not null,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  shipping bigint not null default 0,
  net bigint not null default 0,
  lines jsonb not null default '[]',
  reason text,
  state text not null check (state in ('processing', 'done')),
  attempts integer not null default 0,
  problem text,
  provider_ref text,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, payment_id) references payments
);
create index refunds_order on refunds (shop_id, order_id);
create index refunds_open on refunds (shop_id, updated_at) where state = 'processing';

-- The demo's bank: what the test card was charged, kept outside the order's transaction as a real provider would.
create table test_card_charges (
  shop_id bigint not null references shops,
  key text not null,
  ref text not null,
  answer jsonb not null,
  amount bigint not null,
  refunded bigint not null default 0,
  currency char(3) not null,
  charged_at timestamptz not null,
  primary key (shop_id, key),
  check (refunded <= amount)
);
create table test_card_refunds (
  shop_id bigint not null,
  key text not null,
  charge_key text not null,
  amount bigint not null check (amount > 0),
  refunded_at timestamptz not null,
  primary key (shop_id, key),
  foreign key (shop_id, charge_key) references test_card_charges
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
