package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.Arrays;
import java.util.List;

/** Bodies that unfold to far more than was sent, or are not coded as they say. */
final class CodingFaults {
  private static final byte[] PAGE = "<p>x".getBytes(US_ASCII);

  private CodingFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        coded("gzip-bomb", "unfolds to 1 GiB", "gzip", Coded.gzipBomb(1_024)),
        coded(
            "gzip-stacked-bomb",
            "unfolds three times, to 1 GiB",
            "gzip, gzip, gzip",
            Coded.gzip(Coded.gzip(Coded.gzipBomb(1_024)))),
        coded(
            "gzip-empty-members",
            "has 50,000 members that hold nothing",
            "gzip",
            Coded.emptyGzipMembers(50_000)),
        coded(
            "gzip-of-empty-members",
            "unfolds to a million members that hold nothing",
            "gzip, gzip",
            Coded.gzip(Coded.emptyGzipMembers(1_000_000))),
        coded("brotli-bomb", "unfolds to 1 TiB", "br", Coded.brotliBomb(1 << 16)),
        coded(
            "brotli-in-brotli",
            "unfolds to 16 GiB of noise for a second brotli",
            "br, br",
            Coded.brotliBomb(1_000)),
        coded("zstd-bomb", "unfolds to 12 GiB", "zstd", Coded.zstdBomb(100_000)),
        coded("zstd-huge-window", "asks for a window of 3.75 TiB", "zstd", Coded.zstdHugeWindow()),
        coded(
            "mixed-bomb",
            "unfolds from gzip to zstd to brotli",
            "br, zstd, gzip",
            Coded.gzip(Coded.zstd(Coded.brotliBomb(1 << 10)))),
        coded(
            "four-codings",
            "stacks four codings",
            "gzip, gzip, gzip, gzip",
            Coded.gzip(Coded.gzip(Coded.gzip(Coded.gzip(PAGE))))),
        coded("thousand-codings", "names 1,000 codings", "gzip,".repeat(1_000), PAGE),
        coded("unknown-coding", "names a coding that nobody knows", "magic", PAGE),
        coded("plain-as-gzip", "calls a plain page gzip", "gzip", PAGE),
        coded("plain-as-brotli", "calls a plain page brotli", "br", PAGE),
        coded(
            "gzip-cut",
            "breaks off within gzip",
            "gzip",
            Arrays.copyOf(Coded.gzip(Coded.spaces(100_000)), 60)));
  }

  private static HostileBehaviour coded(String name, String does, String codings, byte[] body) {
    return of(
        name,
        does,
        "fetched",
        (target, wire) ->
            wire.body("Content-Type: text/html\r\nContent-Encoding: " + codings + "\r\n", body));
  }
}
