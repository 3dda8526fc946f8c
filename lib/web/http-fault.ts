/** A fault of the HTTP message itself, which has a status of its own. */
export class HttpFault extends Error {
  constructor(
    readonly status: number,
    readonly publicMessage: string,
  ) {
    super(publicMessage);
  }
}
