package org.vigie.pipeline.lines;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineErasureTest {
  /** With bytes that are no UTF-8, both kinds of line ends, and no end of the last line. */
  private static final String TEXT = "one\r\n\u00fftwo\n\nfour\r\nfive\nsix";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void emptiesLinesAndLeavesAllOthersTheirBytesAndNumbers(boolean gzip) throws Exception {
    Path file = file(gzip);

    LineErasure.erase(file, List.of(new LineRange(4, 5), new LineRange(2, 2), new LineRange(4, 4)));

    assertThat(content(file, gzip)).isEqualTo("one\r\n\n\n\n\nsix");
    LineErasure.erase(file, List.of(new LineRange(1, 1), new LineRange(6, 6)));
    assertThat(content(file, gzip)).isEqualTo("\n\n\n\n\n");
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void readsABrokenGzipAsFarAsItGoes() throws Exception {
    Path file = file(true);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));

    LineErasure.erase(file, List.of(new LineRange(1, 1)));

    assertThat(content(file, true)).startsWith("\n").doesNotContain("one");
  }

  private Path file(boolean gzip) throws IOException {
    Path file = folder.resolve("file");
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
      out.write(TEXT.getBytes(ISO_8859_1));
    }
    return file;
  }

  private static String content(Path file, boolean gzip) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }
}
