-- From when on what somebody does with lists of careers moves their own lists; null for always.
ALTER TABLE "User" ADD COLUMN "learnsSinceAt" TIMESTAMPTZ(3);
