package org.vigie.lab.verify.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What is done to a picture before it is posted again. */
enum Alteration {
  REENCODED("JPEG at quality 0.5") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) throws IOException {
      return ImageIO.read(new ByteArrayInputStream(jpeg(picture, 0.5f)));
    }
  },
  SHRUNK("half as wide and high") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      return drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2, 0, 0, 0.5);
    }
  },
  CROPPED_2("2 % cut off each side") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      return cropped(picture, 0.02);
    }
  },
  CROPPED_5("5 % cut off each side") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      return cropped(picture, 0.05);
    }
  },
  CROPPED_10("10 % cut off each side") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      return cropped(picture, 0.10);
    }
  },
  OVERLAID("a line of text on a bar across a tenth") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      BufferedImage overlaid = drawn(picture, picture.getWidth(), picture.getHeight(), 0, 0, 1);
      Graphics2D graphics = overlaid.createGraphics();
      int height = picture.getHeight() / 10;
      int y = random.nextInt(picture.getHeight() - height);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, y, picture.getWidth(), height);
      graphics.setColor(Color.BLACK);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, height * 2 / 3));
      graphics.drawString("call 07700 900123", 10, y + height * 3 / 4);
      graphics.dispose();
      return overlaid;
    }
  },
  NOISY("noise of 12 of 255 a point") {
    @Override
    BufferedImage of(BufferedImage picture, Random random) {
      BufferedImage noisy = drawn(picture, picture.getWidth(), picture.getHeight(), 0, 0, 1);
      for (int y = 0; y < noisy.getHeight(); y++) {
        for (int x = 0; x < noisy.getWidth(); x++) {
          int rgb = noisy.getRGB(x, y);
          int by = (int) (random.nextGaussian() * 12);
          noisy.setRGB(
              x, y, (part(rgb >> 16, by) << 16) | (part(rgb >> 8, by) << 8) | part(rgb, by));
        }
      }
      return noisy;
    }
  };

  private final String words;

  Alteration(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  abstract BufferedImage of(BufferedImage picture, Random random) throws IOException;

  private static int part(int value, int by) {
    return Math.clamp((value & 0xff) + by, 0, 255);
  }

  private static BufferedImage cropped(BufferedImage picture, double share) {
    int x = (int) (picture.getWidth() * share);
    int y = (int) (picture.getHeight() * share);
    return drawn(picture, picture.getWidth() - 2 * x, picture.getHeight() - 2 * y, -x, -y, 1);
  }

  private static BufferedImage drawn(
      BufferedImage picture, int width, int height, int x, int y, double scale) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
    transform.scale(scale, scale);
    graphics.drawImage(picture, transform, null);
    graphics.dispose();
    return drawn;
  }

  /**
   * Returns a picture's JPEG file.
   *
   * @param quality 0 to 1
   */
  static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
