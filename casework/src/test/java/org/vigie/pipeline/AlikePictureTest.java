package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PdqHasher;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.search.AdvertIndex;

/** One picture in several forms beside adverts in a file, from there to the index. */
@Timeout(180)
class AlikePictureTest {
  private static final Mandate MANDATE =
      new Mandate(
          "unit",
          "law",
          "test",
          "case",
          "chief",
          Instant.parse("2100-01-01T00:00:00Z"),
          EnumSet.of(Permission.PICTURES));

  @TempDir Path folder;

  @Test
  void isOneWhereverItWasEncodedAnewAndShowsAdvertsOfDifferentContacts() throws Exception {
    BufferedImage scene = scene(new Random(1));
    List<BufferedImage> forms =
        List.of(scene, shrunk(scene, 0.8), shrunk(scene, 0.9), scene(new Random(2)));
    StringBuilder lines = new StringBuilder();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      write("in/%d.png".formatted(i), forms.get(i));
      keys.add("picture:pdq:" + PdqHasher.of(forms.get(i)).hash().hex());
      lines.append(
          "{\"text\":\"Room %1$d to let, call +33 6 39 98 00 1%1$d\",\"pictures\":[\"%1$d.png\"]}\n"
              .formatted(i));
    }
    Files.writeString(folder.resolve("in/adverts.jsonl"), lines);

    TestRun run = new TestRun(folder);
    try (AdvertPictures pictures =
        new AdvertPictures(new PictureReader(PictureLimits.defaults(), List.of()), List.of("en"))) {
      new Inbox(run.workspace(), Clock.systemUTC(), TableForm.guessed(), PluginSet.none(), pictures)
          .accept(folder.resolve("in"), Map.of(), MANDATE);
    }
    run.run(2);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      List<ContactProfile> shown = new ArrayList<>();
      for (String key : keys) {
        index.findContact(key).ifPresent(shown::add);
      }
      assertThat(shown)
          .anySatisfy(picture -> {
            assertThat(picture.indicators()).extracting(Indicator::id).containsExactly("OA-09");
            assertThat(picture.beside())
                .containsOnlyKeys("phone:+33639980010", "phone:+33639980011", "phone:+33639980012");
          });
      assertThat(index.findContact(keys.get(3))).isEmpty();
    }
  }

  private void write(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }

  private static BufferedImage scene(Random random) {
    BufferedImage scene = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scene.createGraphics();
    for (int i = 0; i < 40; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(
          random.nextInt(400) - 60, random.nextInt(300) - 60, 120, 60 + random.nextInt(60));
    }
    graphics.dispose();
    return scene;
  }

  private static BufferedImage shrunk(BufferedImage picture, double scale) {
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage shrunk = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = shrunk.createGraphics();
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return shrunk;
  }
}
