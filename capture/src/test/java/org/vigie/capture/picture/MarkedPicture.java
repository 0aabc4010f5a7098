package org.vigie.capture.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of pictures that say more than the picture, for tests. */
final class MarkedPicture {
  private MarkedPicture() {}

  /**
   * Returns a JPEG file that is to be turned to show a picture.
   *
   * @param orientation 6 or 8, as EXIF counts them
   */
  static byte[] turned(BufferedImage picture, int orientation) throws IOException {
    BufferedImage stored = Turned.upright(picture, orientation == 6 ? 8 : 6);
    ByteBuffer block = ByteBuffer.allocate(26);
    block.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    block.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return withExif(DrawnPicture.file(stored, "jpg"), block.array());
  }

  /** Returns a JPEG file with a block of EXIF. */
  static byte[] withExif(byte[] jpeg, byte[] block) {
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + block.length + 10);
    file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (block.length + 8));
    file.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(block);
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Returns a GIF file of some frames. */
  static byte[] moving(BufferedImage... frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage frame : frames) {
        var type = ImageTypeSpecifier.createFromRenderedImage(frame);
        writer.writeToSequence(
            new IIOImage(frame, null, writer.getDefaultImageMetadata(type, null)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
