package org.vigie.capture.extract.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvertFileTest {
  @TempDir Path folder;

  @Test
  void writesAllThatTheSchemaKnowsAndWhereThePageIsArchived() throws Exception {
    write(Found.ROOM);

    assertThat(file())
        .hasContent(
            """
            {"advert":"%s","id":"7","channel":"classifieds","site":"a.example.org",\
            "url":"https://a.example.org/7","posted":"2026-01-05T09:00:00Z",\
            "seen":"2026-02-01T00:00:00Z","title":"Room","text":"Two\\nlines","lang":"en",\
            "country":"FR","place":"Lyon","fields":{"price":"100 EUR","rooms":"1"},\
            "mandate":"m-1","capture":{"warc":"vigie-1.warc.gz","offset":512,\
            "digest":"sha256:ab"}}
            """
                .formatted(Found.ROOM.advert().id()));
  }

  @Test
  void leavesOutWhatIsNotKnown() throws Exception {
    write(Found.BARE);

    assertThat(file())
        .hasContent(
            """
            {"advert":"%s","channel":"feed","site":"b.example.org","seen":"2026-02-01T00:00:00Z",\
            "text":"x","mandate":"m-1","capture":{"warc":"vigie-1.warc.gz","offset":0,\
            "digest":"sha256:cd"}}
            """
                .formatted(Found.BARE.advert().id()));
  }

  @Test
  void appendsToWhatIsThere() throws Exception {
    write(Found.ROOM);
    write(Found.BARE);

    assertThat(file()).content().hasLineCount(2);
  }

  @Test
  void cutsOffALineThatAKillLeftUnfinished() throws Exception {
    for (int bytes : new int[] {1, 9_000, 20_000}) {
      Files.writeString(file(), "{\"text\":\"whole\"}\n" + "x".repeat(bytes));
      write(Found.BARE);

      assertThat(Files.readAllLines(file())).hasSize(2).first().isEqualTo("{\"text\":\"whole\"}");
    }
    Files.writeString(file(), "x");
    write(Found.BARE);
    assertThat(Files.readAllLines(file())).hasSize(1).first().asString().startsWith("{\"advert\"");
  }

  @Test
  void isWrittenByOneCrawlAtATime() throws Exception {
    try (AdvertFile held = AdvertFile.open(file())) {
      held.write(List.of());
      assertThatThrownBy(() -> AdvertFile.open(file()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must be written by one crawl, but another holds it");
    }
    write(Found.BARE);
  }

  private void write(FoundAdvert found) throws IOException {
    try (AdvertFile out = AdvertFile.open(file())) {
      out.write(List.of(found));
    }
  }

  private Path file() {
    return folder.resolve("adverts.jsonl");
  }
}
