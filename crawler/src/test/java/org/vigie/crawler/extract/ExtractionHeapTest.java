package org.vigie.crawler.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile pages of 8 MiB, as long as a crawl keeps one, read in a process with a small heap. */
class ExtractionHeapTest {
  private static final int HEAP_MIB = 48;

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
  @Timeout(120)
  void readsAHostilePageWithinItsHeap(String part) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                part)
            .redirectErrorStream(true)
            .redirectOutput(new File(output.toString()))
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output)).contains("read by ");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Reads one page that consists of a part, again and again. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) {
      byte[] part = args[0].getBytes(UTF_8);
      byte[] page = new byte[PAGE_BYTES];
      for (int i = 0; i < page.length; i++) {
        page[i] = part[i % part.length];
      }
      var capture = SharedPages.capture("https://example.org/offers/1", "text/html");
      Extraction extraction = new AdvertExtractor().extract(capture, page);
      System.out.println("read by the extractor: " + extraction.links().size() + " links");
    }
  }
}
