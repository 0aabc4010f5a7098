package org.vigie.world.hostile;

import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;

/** Answers that are slow or never end. */
final class SlowFaults {
  private SlowFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        of("silent", "never answers", "timeout", (target, wire) -> wire.silence()),
        of(
            "slow-status",
            "sends a status line byte by byte",
            "timeout",
            (target, wire) -> wire.send("HTTP/1.1 200 O").drip("K", 100)),
        of(
            "slow-headers",
            "sends a header line now and then",
            "timeout",
            (target, wire) -> wire.send("HTTP/1.1 200 OK\r\n").drip("X-Y: z\r\n", 100)),
        of(
            "slow-body",
            "sends a body byte by byte",
            "timeout",
            (target, wire) -> wire.open().drip("x", 50)),
        of(
            "slow-chunks",
            "sends a chunk of one byte now and then",
            "timeout",
            (target, wire) -> chunked(wire).drip("1\r\nx\r\n", 50)),
        of(
            "no-last-chunk",
            "keeps the connection open after its body",
            "timeout",
            (target, wire) -> {
              chunked(wire).send("4\r\n<p>x\r\n");
              wire.silence();
            }),
        of(
            "stall-after-headers",
            "sends headers and no body",
            "timeout",
            (target, wire) -> {
              wire.open();
              wire.silence();
            }),
        of(
            "endless-body",
            "sends a body without end",
            "fetched",
            (target, wire) -> wire.open().endlessly("<p>x".repeat(4_000))),
        of(
            "endless-chunks",
            "sends chunks without end",
            "fetched",
            (target, wire) -> chunked(wire).endlessly("1000\r\n" + "x".repeat(4_096) + "\r\n")),
        of(
            "endless-continue",
            "says 100 Continue without end",
            "timeout",
            (target, wire) -> wire.endlessly("HTTP/1.1 100 Continue\r\n\r\n")),
        of(
            "endless-image",
            "sends an image without end",
            "not-a-page",
            (target, wire) ->
                wire.send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
                    .endlessly("x".repeat(4_000))),
        of(
            "endless-error",
            "sends the page of a 404 without end",
            "http-404",
            (target, wire) ->
                wire.send("HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n")
                    .endlessly("x".repeat(4_000))));
  }

  static Wire chunked(Wire wire) throws java.io.IOException {
    return wire.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n");
  }
}
