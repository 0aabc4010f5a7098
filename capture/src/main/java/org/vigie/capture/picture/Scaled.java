package org.vigie.capture.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures made larger or smaller. */
final class Scaled {
  private Scaled() {}

  static BufferedImage by(BufferedImage picture, double scale) {
    if (scale == 1) {
      return picture;
    }
    return to(picture, scale, BufferedImage.TYPE_INT_RGB);
  }

  /** Returns a picture in shades of grey. */
  static BufferedImage grey(BufferedImage picture, double scale) {
    return to(picture, scale, BufferedImage.TYPE_BYTE_GRAY);
  }

  private static BufferedImage to(BufferedImage picture, double scale, int type) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage scaled = new BufferedImage(width, height, type);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        scale > 1
            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
            : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
