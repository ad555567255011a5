-- The worker tells people of what it found: it queues mail of the product, as the web does. Who they are it could read before.
GRANT INSERT (id, kind, recipient, content) ON "product_mail" TO postroom_worker;
