/** A broken precondition of the engine: a bug in the caller, never something a person typed. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
