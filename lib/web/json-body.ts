import { HttpFault } from "./http-fault";

const BODY_BYTES_MAX = 256 * 1024;

/**
 * Reads a JSON body, stopping at the size limit whatever the header claims.
 * @throws HttpFault 415, 413 or 400
 */
export async function readJsonBody(request: Request, bytesMax = BODY_BYTES_MAX): Promise<unknown> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw new HttpFault(
      415,
      `Send the body as application/json, not as ${contentType === "" ? "an unnamed type" : contentType}.`,
    );
  }
  // A few compressed bytes can become any number, and no caller of ours needs them.
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding.trim().toLowerCase() !== "identity") {
    throw new HttpFault(415, "Send the body as it is, not compressed.");
  }
  const text = await readText(request, bytesMax);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpFault(400, `The body is not valid JSON: ${(error as Error).message}`);
  }
}

async function readText(request: Request, bytesMax: number): Promise<string> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > bytesMax) {
      await reader.cancel();
      throw new HttpFault(413, `The body may have at most ${bytesMax} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
