package org.vigie.capture.extract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.advert.Capture;

/** Saved pages of the shared data, which stays outside the repository. */
public final class SharedPages {
  private SharedPages() {}

  /** Returns a folder of the shared data; skips the test if it isn't there. */
  public static Path folder(String name) {
    String shared = System.getenv("VIGIE_SHARED");
    Path base =
        shared == null
            ? Path.of(System.getProperty("vigie.root", "."), "..", "shared")
            : Path.of(shared);
    Path folder = base.resolve("data").resolve(name);
    assumeTrue(Files.isDirectory(folder), "shared data absent");
    return folder;
  }

  public static List<Path> files(Path folder, String... endings) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file ->
              Stream.of(endings).anyMatch(end -> file.getFileName().toString().endsWith(end)))
          .sorted()
          .toList();
    }
  }

  public static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean gzip = file.getFileName().toString().endsWith(".gz");
      return (gzip ? new GZIPInputStream(in) : in).readAllBytes();
    }
  }

  public static Capture capture(String url, String contentType) {
    return new Capture(
        url,
        Instant.parse("2026-03-01T12:00:00Z"),
        200,
        contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType),
        "sha256:00",
        "test.warc.gz",
        7,
        "m-0");
  }
}
