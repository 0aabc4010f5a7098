package org.vigie.crawler.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.crawler.CrawlProgress;
import org.vigie.crawler.frontier.HostStatus;

class CrawlStatusFileTest {
  /** As release 0.2 wrote it. */
  private static final String WRITTEN =
      "{\"pid\":7,\"started\":\"2026-01-05T08:00:00Z\",\"updated\":\"2026-01-05T08:01:00Z\","
          + "\"phase\":\"RUNNING\","
          + "\"progress\":{\"fetched\":1203,\"waiting\":5018,\"failed\":4,\"disallowed\":2},"
          + "\"adverts\":31,\"backOffs\":1,\"archiveBytes\":1000,\"outcomes\":{\"fetched\":1203},"
          + "\"states\":{\"DONE\":9},\"hosts\":[]}";

  private static final CrawlStatus STATUS =
      new CrawlStatus(
          7,
          Instant.parse("2026-01-05T08:00:00Z"),
          Instant.parse("2026-01-05T08:01:00Z"),
          CrawlStatus.Phase.RUNNING,
          new CrawlProgress(1_203, 5_018, 4, 2),
          new CrawlTotals(31, 1, 1_000, Map.of("fetched", 1_203L)),
          Map.of(HostStatus.State.DONE, 9L),
          List.of());

  @TempDir Path folder;

  @Test
  void isWrittenAsBefore() throws Exception {
    new CrawlStatusFile(folder).write(STATUS);

    assertThat(folder.resolve("status.json")).hasContent(WRITTEN);
  }

  @Test
  void readsWhatWasWrittenBeforeAndWhatALaterReleaseAdds() throws Exception {
    Files.writeString(
        folder.resolve("status.json"), WRITTEN.replace("\"pid\":7", "\"later\":{},\"pid\":7"));

    assertThat(new CrawlStatusFile(folder).read()).contains(STATUS);
  }
}
