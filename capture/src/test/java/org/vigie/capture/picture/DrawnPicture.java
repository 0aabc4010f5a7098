package org.vigie.capture.picture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures drawn for tests. */
final class DrawnPicture {
  private DrawnPicture() {}

  /** Returns a picture of some lines of text; without a font the test that asks is passed over. */
  static BufferedImage ofText(String... lines) {
    assumeTrue(hasFont(), "no font to draw with");
    BufferedImage picture =
        new BufferedImage(900, 80 + 60 * lines.length, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0xfff8e0));
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 40, 70 + 60 * i);
    }
    graphics.dispose();
    return picture;
  }

  /** Machines without a screen may have no fonts, and Java then fails in several ways. */
  private static boolean hasFont() {
    try {
      Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
      return graphics.getFontMetrics().stringWidth("font") > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }

  /** Returns a picture with a QR code. */
  static BufferedImage ofCode(String text) throws WriterException {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 240, 240);
    BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 600; x++) {
        boolean inCode = x >= 100 && x < 340 && y >= 80 && y < 320;
        boolean black = inCode && code.get(x - 100, y - 80);
        picture.setRGB(x, y, black ? 0x101030 : 0xe8f0ff);
      }
    }
    return picture;
  }

  /** Returns the file of a picture. */
  static byte[] file(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, format, out)) {
      throw new IOException("no writer of " + format);
    }
    return out.toByteArray();
  }
}
