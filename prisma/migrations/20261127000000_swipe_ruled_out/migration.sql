-- What the reasons of a left swipe changed in the preferences, so that undoing it takes that back.
ALTER TABLE "Swipe" ADD COLUMN "ruledOut" JSONB;
