package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;

/**
 * Answers whose status line or headers are at fault. What has no status line at all is no answer:
 * the connection counts as failed.
 */
final class HeadFaults {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private HeadFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        of(
            "endless-headers",
            "sends header lines without end",
            "bad-http",
            (target, wire) -> wire.send(OK).endlessly("X-Y: z\r\n".repeat(100))),
        of(
            "thousand-headers",
            "sends a thousand header lines",
            "bad-http",
            (target, wire) -> wire.send(OK + "X-Y: z\r\n".repeat(1_000)).send("\r\n<p>x")),
        of(
            "huge-header",
            "sends a header line of 100 KB",
            "bad-http",
            (target, wire) -> wire.send(OK + "X-Y: " + "z".repeat(100_000) + "\r\n\r\n<p>x")),
        of(
            "endless-header",
            "sends a header line without end",
            "bad-http",
            (target, wire) -> wire.send(OK + "X-Y: ").endlessly("z".repeat(1_000))),
        of(
            "endless-status",
            "sends a status line without end",
            "bad-http",
            (target, wire) -> wire.send("HTTP/1.1 200 ").endlessly("z".repeat(1_000))),
        of(
            "no-http",
            "greets like a mail server",
            "connection-failed",
            (target, wire) -> wire.send("220 mail.example.org ESMTP\r\n\r\n")),
        of(
            "http-0-9",
            "sends a page without a head",
            "connection-failed",
            (target, wire) -> wire.send("<!doctype html>\n<p>x\n")),
        of(
            "binary",
            "sends noise",
            "connection-failed",
            (target, wire) -> wire.send("\0\1\2\3\4\n\377\376\375\n")),
        of(
            "http-9",
            "speaks HTTP/9.9",
            "bad-http",
            (target, wire) -> wire.send("HTTP/9.9 200 OK\r\n\r\n<p>x")),
        of(
            "letters-for-status",
            "has a status of letters",
            "connection-failed",
            (target, wire) -> wire.send("HTTP/1.1 abc OK\r\n\r\n<p>x")),
        of(
            "negative-status",
            "has a negative status",
            "connection-failed",
            (target, wire) -> wire.send("HTTP/1.1 -200 OK\r\n\r\n<p>x")),
        of(
            "status-999",
            "has a status that nobody defined",
            "http-999",
            (target, wire) -> wire.status(999, "")),
        of(
            "no-colon",
            "has a header line without a colon",
            "bad-http",
            (target, wire) -> wire.send(OK + "what is this\r\n\r\n<p>x")),
        of(
            "null-in-header",
            "has a null byte in a header",
            "fetched",
            (target, wire) -> wire.body("Content-Type: text/html\r\nX-Y: a\0b\r\n", page())),
        of(
            "folded-header",
            "folds a header over lines",
            "fetched",
            (target, wire) -> wire.body("Content-Type: text/html\r\nX-Y: a\r\n b\r\n", page())),
        of(
            "early-hints",
            "sends 103 before its page",
            "fetched",
            (target, wire) ->
                wire.send("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n").page("<p>x")),
        of(
            "second-answer",
            "sends an answer that nobody asked for after its page",
            "fetched",
            (target, wire) ->
                wire.send(OK + "Content-Length: 4\r\n\r\n<p>x")
                    .send(OK + "Content-Length: 9\r\n\r\n<p>forged")),
        of(
            "odd-type",
            "has a content type of 10 KB",
            "fetched",
            (target, wire) ->
                wire.body("Content-Type: text/html;" + "x".repeat(10_000) + "\r\n", page())),
        of(
            "html-as-image",
            "calls a page an image",
            "not-a-page",
            (target, wire) -> wire.body("Content-Type: image/png\r\n", page())),
        of(
            "retry-after-garbage",
            "is overloaded until no time at all",
            "http-503",
            (target, wire) -> wire.status(503, "Retry-After: Wed, 99 Foo 99999\r\n")),
        of(
            "always-busy",
            "is always overloaded",
            "http-429",
            (target, wire) -> wire.status(429, "Retry-After: 1\r\n")));
  }

  private static byte[] page() {
    return new byte[] {'<', 'p', '>', 'x'};
  }
}
