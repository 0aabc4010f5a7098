package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedNeedlesTest {
  private static final byte[] TEXT = "a line\nsought\n".getBytes(UTF_8);
  private static final long MOST = 1 << 20;

  @TempDir Path folder;

  @Test
  void areFoundInArchivesThatLieInArchives() throws Exception {
    assertThat(areIn(TEXT)).isTrue();
    assertThat(areIn(zipped(TEXT))).isTrue();
    assertThat(areIn(gzipped(zipped(TEXT)))).isTrue();
    assertThat(areIn(zipped(zipped(gzipped(TEXT))))).isTrue();
    assertThat(areIn(zipped(zipped("nothing".getBytes(UTF_8))))).isFalse();
  }

  @Test
  void complainOfAnArchiveThatUnpacksToMoreThanTheyMayRead() throws Exception {
    byte[] big = new byte[(int) MOST + 1];
    assertThatThrownBy(() -> areIn(zipped(big))).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> areIn(gzipped(gzipped(big)))).isInstanceOf(ZipException.class);
    assertThat(areIn(big)).as("what isn't packed takes no more room than it has").isFalse();
  }

  @Test
  void complainOfArchivesThatLieTooDeepInEachOther() throws Exception {
    byte[] deep = TEXT;
    for (int i = 0; i < 6; i++) {
      deep = zipped(deep);
    }
    byte[] deepest = deep;
    assertThatThrownBy(() -> areIn(deepest))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("at most 4 deep");
  }

  private boolean areIn(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("file"), content);
    return new NestedNeedles(new FileNeedles(List.of("sought"), List.of()), MOST).areIn(file);
  }

  private static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("entry"));
      out.write(content);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }
}
