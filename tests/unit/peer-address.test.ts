import { describe, expect, test } from "vitest";
import { isLoopback, toClientAddress, toNetwork } from "@/lib/adapters/peer-address";

describe("the caller's address", () => {
  test.each([
    // [socket, X-Forwarded-For, trusted proxies, address]
    ["203.0.113.9", "1.2.3.4", 0, "203.0.113.9"],
    ["203.0.113.9", null, 1, "203.0.113.9"],
    ["10.0.0.1", "1.2.3.4", 1, "1.2.3.4"],
    ["10.0.0.1", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
    ["10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", 2, "1.2.3.4"],
    ["10.0.0.1", "1.2.3.4", 2, "10.0.0.1"],
    ["10.0.0.1", "not an address", 1, "10.0.0.1"],
    ["10.0.0.1", "", 1, "10.0.0.1"],
    ["10.0.0.1", "1.2.3.4:5678", 1, "1.2.3.4"],
    ["10.0.0.1", "[2001:db8::1]:5678", 1, "2001:db8::1"],
    ["::ffff:192.0.2.7", null, 0, "192.0.2.7"],
    [undefined, null, 0, "unknown"],
  ])("of %s with %s behind %i proxies is %s", (socket, forwardedFor, proxies, expected) => {
    expect(toClientAddress(socket, forwardedFor, proxies)).toBe(expected);
  });

  test("is this machine's own on its loopback networks alone", () => {
    expect(["127.0.0.1", "127.9.9.9", "::1"].map(isLoopback)).toEqual([true, true, true]);
    expect(["128.0.0.1", "::2", "unknown", "127.0.0.1.example"].map(isLoopback)).toEqual([false, false, false, false]);
  });
});

test("a network of IPv6 counts as one caller, an IPv4 address as itself", () => {
  expect(toNetwork("203.0.113.9")).toBe("203.0.113.9");
  expect(toNetwork("unknown")).toBe("unknown");
  const same = ["2001:db8:1:2::1", "2001:0DB8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2:0:0:0:9%eth0"];
  expect(new Set(same.map(toNetwork))).toEqual(new Set(["2001:db8:1:2::/64"]));
  expect(toNetwork("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(toNetwork("::1")).toBe("0:0:0:0::/64");
});
