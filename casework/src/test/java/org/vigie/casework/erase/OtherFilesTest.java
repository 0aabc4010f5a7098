package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;

class OtherFilesTest {
  private static final String ADVERT = "a-0123456789abcdef";

  @TempDir Path folder;

  @Test
  void endThoughAnArchiveInACaseIsBrokenAndTellOfIt() throws Exception {
    Path files = Files.createDirectories(folder.resolve("console").resolve("enclosures"));
    Files.write(files.resolve("broken-zip"), "PK\3\4 and no archive".getBytes(UTF_8));
    Files.write(files.resolve("torn-gzip"), Arrays.copyOf(gzipped("text ".repeat(9)), 20));
    Path export = Files.writeString(folder.resolve("export.jsonl"), ADVERT + "\nother\n");

    assertThat(erase())
        .containsExactlyInAnyOrder(
            "console/enclosures/broken-zip (can't be searched whole)",
            "console/enclosures/torn-gzip (can't be searched whole)");
    assertThat(export).hasContent("other\n");
  }

  @Test
  void tellOfAnArchiveInAnArchiveThatNamesAnAdvert() throws Exception {
    Path outer = folder.resolve("sent.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outer))) {
      zip.putNextEntry(new ZipEntry("inner.gz"));
      zip.write(gzipped("see " + ADVERT));
      zip.closeEntry();
    }
    assertThat(erase()).containsExactly("sent.zip");
  }

  private List<String> erase() throws Exception {
    Workspace workspace = new Workspace(folder);
    return OtherFiles.erase(workspace, List.of(ADVERT), new Inbox(workspace, Clock.systemUTC()));
  }

  private byte[] gzipped(String text) throws Exception {
    Path file = Files.createTempFile("erase", ".gz");
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(UTF_8));
      }
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
