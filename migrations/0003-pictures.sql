-- A picture is kept once per shop, however often it is uploaded. renditions says which sizes exist: {"webp": [320, 640]}.
create table pictures (
  shop_id bigint not null references shops,
  id uuid not null,
  state text not null check (state in ('processing', 'ready', 'refused')),
  refusal text,
  master_key text,
  mime text,
  bytes integer,
  width integer,
  height integer,
  sha256 text,
  thumbhash text,
  placeholder text,
  renditions jsonb not null default '{}',
  focal_x real not null default 0.5 check (focal_x between 0 and 1),
  focal_y real not null default 0.5 check (focal_y between 0 and 1),
  alt text not null default '',
  uploaded_by uuid,
  created_at timestamptz not null,
  primary key (shop_id, id)
);
create unique index pictures_sha on pictures (shop_id, sha256) where state <> 'refused';
create index pictures_recent on pictures (shop_id, created_at desc, id);
