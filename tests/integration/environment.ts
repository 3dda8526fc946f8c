// Imported before anything of the application, which reads its environment once: a developer's own settings stay out of the tests.
import os from "node:os";
import path from "node:path";

process.env.LOG_LEVEL = process.env.TEST_LOG_LEVEL ?? "silent";
process.env.AUTH_SECRET = "a secret of the integration tests";
process.env.WAYMARK_DATA = path.join(os.tmpdir(), "waymark-tests-never-write-here");
for (const name of ["DATABASE_URL", "EMBEDDING_MODEL", "RECOMMEND_ALPHA", "PORT"]) delete process.env[name];
