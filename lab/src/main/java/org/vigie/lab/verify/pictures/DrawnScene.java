package org.vigie.lab.verify.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A picture of shapes by chance, in the place of a photograph. */
final class DrawnScene {
  private static final int SHAPES = 60;

  private DrawnScene() {}

  static BufferedImage of(Random random) {
    int width = 320 + random.nextInt(200);
    int height = 240 + random.nextInt(200);
    BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scene.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < SHAPES; i++) {
      double side = width * Math.pow(random.nextDouble(), 2) / 2 + 6;
      double x = random.nextDouble() * width - side / 2;
      double y = random.nextDouble() * height - side / 2;
      graphics.setPaint(
          new GradientPaint(
              (float) x, (float) y, colour(random), (float) (x + side), (float) y, colour(random)));
      graphics.rotate(random.nextDouble(), x, y);
      graphics.fill(
          random.nextBoolean()
              ? new Ellipse2D.Double(x, y, side, side * (0.4 + random.nextDouble()))
              : new Rectangle2D.Double(x, y, side, side * (0.4 + random.nextDouble())));
      graphics.setTransform(new java.awt.geom.AffineTransform());
    }
    graphics.dispose();
    return scene;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(1 << 24));
  }
}
