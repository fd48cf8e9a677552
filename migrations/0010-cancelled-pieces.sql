-- Pieces given up before they were paid for take their worth off what is owed: goods - discount + shipping - cancelled
-- = total. total, net, tax and taxes are what still stands; goods, discount and the lines stay as agreed.
alter table orders add column cancelled bigint not null default 0 check (cancelled >= 0);

-- What a line no longer earns: its part of every refund's net, and of what was taken off before it was paid. So
-- total - tax - unearned, summed over lines, is the order's net less its refunds, to the cent.
alter table order_lines add column unearned bigint not null default 0,
  add check (unearned between 0 and total - tax);

-- Refunds from before are shared as far as can be known: over the pieces that came back, or else over all the goods.
with back as (
  select shop_id, order_id, sum(net) as net from refunds group by 1, 2 having sum(net) > 0),
weights as (
  select shop_id, order_id, l.id, l.position, l.total - l.tax as whole, back.net as back,
    round((l.total - l.tax) * l.refunded::numeric / l.quantity) as returned
  from order_lines l join back using (shop_id, order_id)),
chosen as (
  select *, case when back <= sum(returned) over of_order then returned else whole end as weight
  from weights window of_order as (partition by shop_id, order_id)),
upto as (
  select *, sum(weight) over of_order as total_weight,
    sum(weight) over (of_order order by position, id) as weight_so_far
  from chosen window of_order as (partition by shop_id, order_id))
update order_lines l
set unearned = round(u.back * u.weight_so_far / u.total_weight)
  - round(u.back * (u.weight_so_far - u.weight) / u.total_weight)
from upto u where l.shop_id = u.shop_id and l.order_id = u.order_id and l.id = u.id and u.total_weight > 0;
