package org.vigie.capture.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Pictures turned and mirrored so that up is up. */
final class Turned {
  private Turned() {}

  /**
   * Returns a picture as it is shown.
   *
   * @param orientation 1 to 8, as EXIF counts them
   */
  static BufferedImage upright(BufferedImage picture, int orientation) {
    if (orientation == 1) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean lies = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(lies ? height : width, lies ? width : height, picture.getType());
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(picture, transform(orientation, width, height), null);
    graphics.dispose();
    return turned;
  }

  /** Column and row of a point after, from those before (EXIF 2.32, section 4.6.4). */
  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
