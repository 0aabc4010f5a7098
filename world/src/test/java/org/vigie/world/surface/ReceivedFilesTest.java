package org.vigie.world.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedFilesTest {
  @TempDir Path folder;

  @Test
  void areAsManyAsTheirSurfaces() throws Exception {
    new ReceivedFiles(SurfaceCampaign.load()).writeTo(folder.resolve("received"));

    try (var files = Files.list(folder.resolve("received"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("poster.png", "notice.png", "result.json", "list.xlsx");
    }
  }

  @Test
  void holdTheMessagesAndRowsOfTheCampaign() throws Exception {
    SurfaceCampaign campaign = SurfaceCampaign.load();
    new ReceivedFiles(campaign).writeTo(folder);

    String chat = Files.readString(folder.resolve("result.json"));
    assertThat(chat.lines()).hasSizeGreaterThan(campaign.on(Surface.CHAT).size());
    for (SurfaceAdvert advert : campaign.on(Surface.CHAT)) {
      assertThat(chat).contains(advert.title() + "\\n");
    }
    try (ZipFile workbook = new ZipFile(folder.resolve("list.xlsx").toFile())) {
      String sheet =
          new String(
              workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      for (SurfaceAdvert advert : campaign.on(Surface.SHEET)) {
        assertThat(sheet).contains(advert.title(), advert.postedAt().toString());
      }
    }
  }

  @Test
  void holdAPosterWithALineForEachOfItsWords() throws Exception {
    SurfaceCampaign campaign = SurfaceCampaign.load();
    new ReceivedFiles(campaign).writeTo(folder);

    BufferedImage poster = ImageIO.read(folder.resolve("poster.png").toFile());
    assertThat(poster.getWidth()).isEqualTo(DrawnPictures.WIDTH);
    assertThat(lines(poster)).isEqualTo(campaign.poster().size());
  }

  @Test
  void holdTheCodeOfTheCampaignsNumber() throws Exception {
    SurfaceCampaign campaign = SurfaceCampaign.load();
    new ReceivedFiles(campaign).writeTo(folder);

    BufferedImage drawn = DrawnPictures.notice(campaign.code());
    BufferedImage held = ImageIO.read(folder.resolve("notice.png").toFile());
    assertThat(points(held)).isEqualTo(points(drawn));
  }

  private static int[] points(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }

  /** Returns how many runs of rows have a dark point; a line's letters touch no other line. */
  private static int lines(BufferedImage poster) {
    int lines = 0;
    boolean before = false;
    for (int y = 0; y < poster.getHeight(); y++) {
      boolean dark = false;
      for (int x = 0; x < poster.getWidth(); x++) {
        dark |= (poster.getRGB(x, y) & 0xff) < 128;
      }
      lines += dark && !before ? 1 : 0;
      before = dark;
    }
    return lines;
  }
}
