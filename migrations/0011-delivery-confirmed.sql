-- When the shop said that the prices of delivery it started with are right; its own prices need no saying.
alter table shops add column delivery_confirmed_at timestamptz;
