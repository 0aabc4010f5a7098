package org.vigie.lab.verify.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An invented advert that is drawn as a picture.
 *
 * @param language ISO 639-1 code
 * @param script name of its letters
 * @param lines what is written, a line each
 * @param phone the number among it, in E.164
 */
record DrawnAdvert(String language, String script, List<String> lines, String phone) {
  /** Without light and dark of their own, letters on photographs can't be told by anybody. */
  private static final int[][] COLOURS = {
    {0xfffbe8, 0xe8f0ff, 0x101010},
    {0xffffff, 0xf0f0f0, 0x7a0019},
    {0x10304a, 0x204060, 0xffffff},
    {0xffe14d, 0xffc93c, 0x141464},
  };

  private static final int WIDTH = 900;

  DrawnAdvert {
    lines = List.copyOf(lines);
  }

  /** Returns all that is written in it. */
  String text() {
    return String.join("\n", lines);
  }

  /** Returns a font that has all of its letters, or nothing where none is installed. */
  Optional<Font> font() {
    for (String family : List.of(Font.SANS_SERIF, "DejaVu Sans", "Noto Sans", "Noto Sans CJK SC")) {
      if (shows(new Font(family, Font.PLAIN, 10))) {
        return Optional.of(new Font(family, Font.PLAIN, 10));
      }
    }
    for (String family :
        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()) {
      Font font = new Font(family, Font.PLAIN, 10);
      if (family.startsWith("Noto Sans") && shows(font)) {
        return Optional.of(font);
      }
    }
    return Optional.empty();
  }

  private boolean shows(Font font) {
    return font.canDisplayUpTo(text().replace("\n", "")) < 0;
  }

  /** Draws it on two colours that run into each other, at a size and tilt by chance. */
  BufferedImage drawn(Font font, Random random) {
    int[] colours = COLOURS[random.nextInt(COLOURS.length)];
    float size = 26 + random.nextInt(18);
    int height = (int) (size * 1.8 * (lines.size() + 1));
    BufferedImage picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(colours[0]), WIDTH, height, new Color(colours[1])));
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.rotate(Math.toRadians(random.nextDouble() * 3 - 1.5), WIDTH / 2.0, height / 2.0);
    graphics.setColor(new Color(colours[2]));
    graphics.setFont(font.deriveFont(size));
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), 60, (int) (size * 1.8 * (i + 1)));
    }
    graphics.dispose();
    return picture;
  }
}
