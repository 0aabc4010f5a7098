package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputManifestsTest {
  private static final InputManifest INPUT =
      new InputManifest(
          "i-1",
          "/somewhere/ads.csv",
          "ads",
          7,
          new InputManifest.Layout(InputFormat.CSV, Map.of("text", "body"), "ads"),
          new InputManifest.Acceptance("m-1", Instant.parse("2026-01-05T08:00:00Z")));

  /** As earlier releases wrote it. */
  private static final String WRITTEN =
      """
      {
        "id" : "i-1",
        "path" : "/somewhere/ads.csv",
        "name" : "ads",
        "bytes" : 7,
        "format" : "CSV",
        "mapping" : {
          "text" : "body"
        },
        "site" : "ads",
        "mandate" : "m-1",
        "acceptedAt" : "2026-01-05T08:00:00Z",
        "begins" : null,
        "from" : null
      }\
      """;

  @TempDir Path folder;

  @Test
  void writesWhatEarlierReleasesRead() throws Exception {
    Path inbox = folder.resolve("inbox");
    new InputManifests(inbox).write(INPUT);

    assertThat(inbox.resolve("i-1.json")).hasContent(WRITTEN);
    assertThat(InputManifests.read(inbox.resolve("i-1.json"))).isEqualTo(INPUT);
  }

  @Test
  void readsAnInputWithoutWhatWasAddedLater() throws Exception {
    Path manifest = folder.resolve("i-1.json");
    Files.writeString(manifest, WRITTEN.replace(",\n  \"begins\" : null,\n  \"from\" : null", ""));

    assertThat(InputManifests.read(manifest)).isEqualTo(INPUT);
  }
}
