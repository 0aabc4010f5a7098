package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.page.Extraction;

/** Hostile pages of 8 MiB, as long as a crawl keeps one, read in a process with a small heap. */
class ExtractionHeapTest {
  private static final int HEAP_MIB = 48;

  /** Six such pages take 48 of it as they are, and overflow it if all are documents at once. */
  private static final int HEAP_OF_SIX_MIB = 144;

  private static final int PAGE_BYTES = 8 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<div>",
        "<a href=/x>x</a>",
        "<p><b><i><u>word ",
        "words ",
        "<p>some words that stand in a paragraph of their own</p>",
        "<i a b c>",
        "<!-->",
        "<div itemscope itemtype=x/Offer><div itemprop=description>words "
      })
  @Timeout(960)
  void readsAHostilePageWithinItsHeap(String part) throws Exception {
    assertReads(1, HEAP_MIB, part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<a href=/x>x</a>", "<p><b><i><u>word "})
  @Timeout(960)
  void readsSixAtATimeInThriceThatHeap(String part) throws Exception {
    assertReads(6, HEAP_OF_SIX_MIB, part);
  }

  private void assertReads(int threads, int heapMib, String part) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                part,
                Integer.toString(threads))
            .redirectErrorStream(true)
            .redirectOutput(new File(output.toString()))
            .start();
    try {
      assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output)).contains("read %d times".formatted(threads));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Reads a page that consists of one part, again and again, in several threads at a time. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) throws Exception {
      var capture = SharedPages.capture("https://example.org/offers/1", "text/html");
      int times = Integer.parseInt(args[1]);
      var extractor = new AdvertExtractor();
      List<Callable<Extraction>> readings =
          Collections.nCopies(times, () -> extractor.extract(capture, page(args[0])));
      try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
        for (var reading : threads.invokeAll(readings)) {
          reading.get();
        }
      }
      System.out.println("read " + times + " times");
    }

    private static byte[] page(String text) {
      byte[] part = text.getBytes(UTF_8);
      byte[] page = new byte[PAGE_BYTES];
      for (int i = 0; i < page.length; i++) {
        page[i] = part[i % part.length];
      }
      return page;
    }
  }
}
