package org.vigie.world.surface;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the poster and the notice of the campaign. They lie drawn among the resources, since many
 * machines that run the demo have no font, and the world needs nothing but the JDK; this is run by
 * hand once their words change.
 */
final class DrawnPictures {
  static final int WIDTH = 900;
  private static final int LINE = 70;
  private static final int MARGIN = 50;

  /** Light modules around a code (ISO/IEC 18004). */
  private static final int QUIET = 4;

  /** Points of a module. */
  private static final int MODULE = 6;

  private DrawnPictures() {}

  static BufferedImage poster(List<String> lines) {
    int height = LINE * (lines.size() + 1);
    BufferedImage poster = new BufferedImage(WIDTH, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = poster.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font("DejaVu Sans", Font.PLAIN, 36));
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), MARGIN, LINE * (i + 1));
    }
    graphics.dispose();
    return poster;
  }

  static BufferedImage notice(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * QUIET) * MODULE;
    BufferedImage notice = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / MODULE - QUIET, y / MODULE - QUIET);
        notice.setRGB(x, y, dark ? 0 : 0xffffff);
      }
    }
    return notice;
  }

  /** Takes the folder to write into, {@code src/main/resources/org/vigie/world/surface}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SurfaceCampaign campaign = SurfaceCampaign.load();
    write(poster(campaign.poster()), folder.resolve(Surface.PICTURE.place()));
    write(notice(campaign.code()), folder.resolve(Surface.CODE.place()));
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageIO.write(picture, "png", file.toFile());
  }
}
