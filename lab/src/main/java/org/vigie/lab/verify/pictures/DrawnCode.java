package org.vigie.lab.verify.pictures;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A QR code that lies at a slant in a scene. */
final class DrawnCode {
  /** Modules that are light around it (ISO/IEC 18004). */
  private static final int QUIET = 4;

  private DrawnCode() {}

  static BufferedImage of(String text, Random random) {
    BufferedImage scene = DrawnScene.of(random);
    BufferedImage code = code(text, 4 + random.nextInt(3));
    Graphics2D graphics = scene.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int side = code.getWidth();
    double room = Math.min(scene.getWidth(), scene.getHeight()) * 0.85;
    double scale = Math.min(1, room / (side * 1.2));
    graphics.translate(scene.getWidth() / 2.0, scene.getHeight() / 2.0);
    graphics.rotate(Math.toRadians(random.nextDouble() * 30 - 15));
    graphics.shear(random.nextDouble() * 0.16 - 0.08, 0);
    graphics.scale(scale, scale);
    graphics.drawImage(code, -side / 2, -side / 2, null);
    graphics.dispose();
    return scene;
  }

  /** By another hand's writer than the reader's. */
  private static BufferedImage code(String text, int module) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * QUIET) * module;
    BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / module - QUIET, y / module - QUIET);
        drawn.setRGB(x, y, dark ? 0x202020 : 0xf8f8f8);
      }
    }
    return drawn;
  }
}
