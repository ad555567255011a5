-- A slug is taken by inserting it: the key refuses a second one. Nobody need read which tenant has which slug.
REVOKE SELECT ON "slug_reservation" FROM postroom_web, postroom_worker;
