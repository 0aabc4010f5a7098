package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

class FolderWatchTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOW.plusSeconds(3600));

  @TempDir private Path folder;
  private final List<String> unreadable = new ArrayList<>();
  private Path watched;
  private Inbox inbox;
  private FolderWatch watch;

  @BeforeEach
  void watch() throws IOException {
    watched = Files.createDirectories(folder.resolve("watched"));
    inbox = new Inbox(new Workspace(folder.resolve("w")), CLOCK);
    watch = new FolderWatch(inbox, List.of(watched), Map.of(), MANDATE, CLOCK);
  }

  @Test
  void acceptsWhatComesOnceItIsQuiet() throws IOException {
    assertThat(look()).isZero();
    file("a.jsonl", "{\"text\":\"one\"}\n", 60);
    file("b.jsonl", "{\"text\":\"two\"}\n", 1);

    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();
    file("b.jsonl", "{\"text\":\"two\"}\n", 2);
    assertThat(look()).isEqualTo(1);
    assertThat(inbox.accepted()).hasSize(2);
  }

  @Test
  void acceptsAFileAnewThatHasChanged() throws IOException {
    file("a.jsonl", "{\"text\":\"one\"}\n", 60);
    look();
    file("a.jsonl", "{\"text\":\"another\"}\n", 30);

    assertThat(look()).isEqualTo(1);
    assertThat(inbox.accepted()).hasSize(2);
  }

  @Test
  void tellsOnceOfAFileThatCannotBeRead() throws IOException {
    file("notes.odt", "\u0000\u0001", 60);
    file("a.csv", "nothing,of,use\n1,2,3\n", 60);

    look();
    look();

    assertThat(unreadable).hasSize(2);
    assertThat(inbox.accepted()).isEmpty();
    file("a.csv", "text\nan offer\n", 30);
    assertThat(look()).isEqualTo(1);
  }

  @Test
  void readsPicturesWithTheAdvertsThatNameThemAndTellsOfNoneWithoutWords() throws IOException {
    try (AdvertPictures pictures =
        new AdvertPictures(new PictureReader(PictureLimits.defaults(), List.of()), List.of())) {
      inbox =
          new Inbox(
              new Workspace(folder.resolve("w")),
              CLOCK,
              TableForm.guessed(),
              PluginSet.none(),
              pictures);
      watch = new FolderWatch(inbox, List.of(watched), Map.of(), MANDATE, CLOCK);
      picture("1.png", 60);
      picture("2.png", 60);
      picture("alone.png", 60);
      file("list.jsonl", "{\"text\":\"one\",\"pictures\":[\"1.png\",\"2.png\"]}\n", 60);

      assertThat(look()).isEqualTo(1);
      assertThat(look()).isZero();

      assertThat(unreadable).isEmpty();
      assertThat(inbox.accepted()).hasSize(1);
      assertThat(pictures.counts().read()).isEqualTo(2);
    }
  }

  private void picture(String name, long secondsAgo) throws IOException {
    Path file = watched.resolve(name);
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
  }

  private int look() throws IOException {
    return watch.look((file, why) -> unreadable.add(file.getFileName() + ": " + why));
  }

  private void file(String name, String content, long secondsAgo) throws IOException {
    Path file = Files.writeString(watched.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(secondsAgo)));
  }
}
