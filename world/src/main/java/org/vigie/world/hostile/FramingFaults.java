package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;
import static org.vigie.world.hostile.SlowFaults.chunked;

import java.util.List;

/** Answers that lie about their length, break their chunks, or break off. */
final class FramingFaults {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  private FramingFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        of(
            "length-too-long",
            "sends less than it declares",
            "connection-failed",
            (target, wire) -> wire.send(OK + "Content-Length: 9999\r\n\r\n<p>x")),
        of(
            "length-too-short",
            "sends more than it declares",
            "fetched",
            (target, wire) -> wire.send(OK + "Content-Length: 4\r\n\r\n<p>x" + "y".repeat(999))),
        of(
            "length-negative",
            "declares a negative length",
            "bad-http",
            (target, wire) -> wire.send(OK + "Content-Length: -5\r\n\r\n<p>x")),
        of(
            "length-no-number",
            "declares a length that is no number",
            "bad-http",
            (target, wire) -> wire.send(OK + "Content-Length: five\r\n\r\n<p>x")),
        of(
            "length-beyond-long",
            "declares a length beyond 64 bits",
            "bad-http",
            (target, wire) -> wire.send(OK + "Content-Length: " + "9".repeat(30) + "\r\n\r\nx")),
        of(
            "length-huge",
            "declares nine exabytes and begins to send them",
            "fetched",
            (target, wire) ->
                wire.send(OK + "Content-Length: 9000000000000000000\r\n\r\n")
                    .endlessly("<p>x".repeat(4_000))),
        of(
            "lengths-differ",
            "declares two lengths",
            "bad-http",
            (target, wire) ->
                wire.send(OK + "Content-Length: 4\r\nContent-Length: 40\r\n\r\n<p>x")),
        of(
            "length-and-chunks",
            "declares a length and chunks (request smuggling turned round)",
            "fetched",
            (target, wire) ->
                wire.send(OK + "Content-Length: 999\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .send("4\r\n<p>x\r\n0\r\n\r\n")),
        of(
            "unknown-transfer-coding",
            "declares a transfer coding that nobody knows",
            "bad-http",
            (target, wire) -> wire.send(OK + "Transfer-Encoding: magic\r\n\r\n<p>x")),
        of(
            "chunk-size-garbage",
            "has a chunk size that is no number",
            "bad-http",
            (target, wire) -> chunked(wire).send("zz\r\n<p>x\r\n")),
        of(
            "chunk-size-negative",
            "has a negative chunk size",
            "bad-http",
            (target, wire) -> chunked(wire).send("-4\r\n<p>x\r\n")),
        of(
            "chunk-size-huge",
            "has a chunk size beyond 64 bits",
            "bad-http",
            (target, wire) -> chunked(wire).send("f".repeat(20) + "\r\n<p>x\r\n")),
        of(
            "chunk-without-end-of-line",
            "has a chunk that is longer than its size",
            "bad-http",
            (target, wire) -> chunked(wire).send("1\r\n<p>xxxxxxxx\r\n0\r\n\r\n")),
        of(
            "chunk-extension-endless",
            "has a chunk extension without end",
            "bad-http",
            (target, wire) -> chunked(wire).send("4;").endlessly("x".repeat(1_000))),
        of(
            "trailers-endless",
            "has trailer lines without end",
            "bad-http",
            (target, wire) ->
                chunked(wire).send("4\r\n<p>x\r\n0\r\n").endlessly("X-Y: z\r\n".repeat(100))),
        of(
            "chunks-tiny",
            "sends 20,000 chunks of one byte",
            "fetched",
            (target, wire) -> chunked(wire).send("1\r\nx\r\n".repeat(20_000) + "0\r\n\r\n")),
        of(
            "chunks-cut",
            "hangs up within a chunk",
            "connection-failed",
            (target, wire) -> chunked(wire).send("ff\r\n<p>x")),
        of("reset-at-once", "resets on a request", "connection-failed", (t, wire) -> wire.reset()),
        of(
            "reset-in-status",
            "resets within the status line",
            "connection-failed",
            (target, wire) -> wire.send("HTTP/1.1 20").reset()),
        of(
            "reset-in-headers",
            "resets within the headers",
            "connection-failed",
            (target, wire) -> wire.send("HTTP/1.1 200 OK\r\nContent-").reset()),
        of(
            "reset-in-body",
            "resets within the body",
            "connection-failed",
            (target, wire) -> wire.send(OK + "Content-Length: 99\r\n\r\n<p>x").reset()),
        of("hang-up", "closes without an answer", "connection-failed", (target, wire) -> {}));
  }
}
