package org.vigie.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.page.Extraction;

/** The cost of reading one page, of saved ones in turn: its adverts, or its links alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class ExtractionBenchmark {
  /** A folder whose pages are read, those in its folders too. */
  @Param("capture/src/test/resources/sites")
  private String folder = "";

  private final AdvertExtractor extractor = new AdvertExtractor();
  private final List<byte[]> pages = new ArrayList<>();
  private final List<Capture> captures = new ArrayList<>();
  private int next;

  /** Reads the pages, plain or gzip. */
  @Setup
  public void read() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      for (Path file : walk.filter(ExtractionBenchmark::isPage).sorted().toList()) {
        pages.add(bytes(file));
        captures.add(capture(file));
      }
    }
    if (pages.isEmpty()) {
      throw new IOException("there must be pages (.html, .html.gz) in " + folder);
    }
  }

  private static boolean isPage(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".html") || name.endsWith(".html.gz");
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean packed = file.getFileName().toString().endsWith(".gz");
      return (packed ? new GZIPInputStream(in) : in).readAllBytes();
    }
  }

  private static Capture capture(Path file) {
    return new Capture(
        "https://www.example.org/pages/" + file.getFileName(),
        Instant.parse("2026-03-01T12:00:00Z"),
        200,
        Map.of("content-type", "text/html"),
        "",
        "bench.warc.gz",
        0,
        "m-0");
  }

  /** The adverts of a page and its links. */
  @Benchmark
  public Extraction adverts() {
    int page = turn();
    return extractor.extract(captures.get(page), pages.get(page));
  }

  /** The links of a page alone. */
  @Benchmark
  public Extraction linksAlone() {
    int page = turn();
    return extractor.links(captures.get(page), pages.get(page));
  }

  private int turn() {
    next = (next + 1) % pages.size();
    return next;
  }
}
