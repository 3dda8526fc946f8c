import { isIP } from "node:net";

/**
 * Where a request comes from. Everybody can send X-Forwarded-For, so it counts only as far as our own proxies wrote it: each adds what it
 * saw at the end, and the first of n trusted ones is the n-th from there.
 * @param forwardedFor  the header as it came, null without one
 * @returns an address without port; the socket's own when the header does not reach that far
 */
export function toClientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const socket = withoutPort(socketAddress ?? "") ?? "unknown";
  if (trustedProxies === 0 || forwardedFor === null) return socket;
  const entries = forwardedFor.split(",");
  const entry = entries[entries.length - trustedProxies];
  return (entry === undefined ? null : withoutPort(entry)) ?? socket;
}

/** @returns null when it is no address */
function withoutPort(text: string): string | null {
  const trimmed = text.trim();
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1];
  const beforePort = /^([\d.]+):\d+$/.exec(trimmed)?.[1];
  const address = (inBrackets ?? beforePort ?? trimmed).replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** What requests are counted by. Whoever has one IPv6 address has the whole network of 64 bits, so that counts as one. */
export function toNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  const groups = [...front, ...gap, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
