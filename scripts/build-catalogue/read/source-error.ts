/** A source file is missing or is not what this build expects. The message is meant for the person who runs the build. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(
    readonly file: string,
    problem: string,
    options?: { cause?: unknown },
  ) {
    super(`${file}: ${problem}`, options);
  }
}
