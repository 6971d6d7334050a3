import { expect, test } from "@jest/globals";
import { hostKindOf } from "../../src/settings/host.ts";

test.each([
  ["http://localhost:5000", "loopback"],
  ["http://api.localhost", "loopback"],
  ["http://127.0.0.1", "loopback"],
  ["http://2130706433", "loopback"],
  ["http://[::1]:5000", "loopback"],
  ["http://[::ffff:127.0.0.1]", "loopback"],
  ["http://10.1.2.3", "private"],
  ["http://172.16.0.1", "private"],
  ["http://172.31.255.255", "private"],
  ["http://192.168.0.10", "private"],
  ["http://100.100.0.1", "private"],
  ["http://169.254.1.1", "private"],
  ["http://[fd00::1]", "private"],
  ["http://[fe80::1]", "private"],
  ["http://[::ffff:10.0.0.1]", "private"],
  ["http://api:5000", "single-label"],
  ["http://books_api", "single-label"],
  ["http://host.docker.internal:5000", "docker-host"],
  ["http://HOST.docker.internal.", "docker-host"],
  ["http://host.docker.internal.example.com", "public"],
  ["http://172.15.0.1", "public"],
  ["http://172.32.0.1", "public"],
  ["http://192.169.0.1", "public"],
  ["http://8.8.8.8", "public"],
  ["http://books.example.com", "public"],
  ["http://localhost.example.com", "public"],
  ["http://[2001:db8::1]", "public"],
  ["http://[fc1::1]", "public"],
  ["http://[::ffff:8.8.8.8]", "public"],
])("%s is %s", (url, kind) => {
  expect(hostKindOf(new URL(url).hostname)).toBe(kind);
});
