/** Runs once when the server starts, before it answers: the database, the catalogue and the model are ready then. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { bootServer } = await import("./lib/use-cases/boot-server");
  await bootServer();
}
