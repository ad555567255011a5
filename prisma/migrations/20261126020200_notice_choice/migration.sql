-- Kinds of notices that a member does not want by mail, for each tenant; and of those that operators get. It goes with the membership.
ALTER TABLE "membership" ADD COLUMN "noticesOff" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "user" ADD COLUMN "noticesOff" TEXT[] NOT NULL DEFAULT '{}';
