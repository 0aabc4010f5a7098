package org.vigie.capture.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes pictures with the JDK's own readers, within limits. */
final class PictureDecoder {
  /** A larger picture is read with every second, third … point of a row and column. */
  private static final int WORKING_PIXELS = 8_000_000;

  private final PictureLimits limits;

  PictureDecoder(PictureLimits limits) {
    this.limits = limits;
  }

  /**
   * Decodes a file. Whether it is {@linkplain #requireNothingElse something else as well} is asked
   * once it has been compared: known material would hide behind a zip at its end.
   *
   * @throws PictureRefusedException if it is no picture of a kind that is decoded, is beyond a
   *     limit, or is broken
   */
  DecodedPicture decode(byte[] file) throws PictureRefusedException {
    if (file.length > limits.bytes()) {
      throw new PictureRefusedException(
          "picture-too-large",
          "a picture must have at most %d bytes, but has %d"
              .formatted(limits.bytes(), file.length));
    }
    PictureKind kind = kind(file);
    ImageReader reader = reader(kind);
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, false, true);
      return read(reader);
    } catch (IOException | RuntimeException e) { // readers throw any for what is broken
      throw new PictureRefusedException(
          "picture-broken", "a file taken for %s must be whole, but isn't".formatted(kind));
    } catch (OutOfMemoryError e) { // what it took is free again
      throw new PictureRefusedException(
          "picture-too-large",
          "a picture must be decoded within %d MiB, but isn't".formatted(limits.heap()));
    } finally {
      reader.dispose();
    }
  }

  private static PictureKind kind(byte[] file) throws PictureRefusedException {
    Optional<PictureKind> kind = PictureKind.of(file);
    if (kind.isEmpty()) {
      throw new PictureRefusedException(
          "picture-of-other-kind",
          "a picture must be JPEG, PNG, GIF, BMP or TIFF, but is "
              + (PictureKind.isOther(file) ? "of another kind" : "none"));
    }
    return kind.get();
  }

  /**
   * Checks a file that is a picture.
   *
   * @throws PictureRefusedException if it is a file of another kind as well
   */
  static void requireNothingElse(byte[] file) throws PictureRefusedException {
    Optional<String> other = Polyglot.in(file);
    if (other.isPresent()) {
      throw new PictureRefusedException(
          "picture-polyglot",
          "a picture must be nothing else, but a %s is %s as well"
              .formatted(kind(file), other.get()));
    }
  }

  /** Readers that libraries bring are left out: what they do with hostile files isn't known. */
  private static ImageReader reader(PictureKind kind) throws PictureRefusedException {
    for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
        readers.hasNext(); ) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new PictureRefusedException(
        "picture-of-other-kind", "this Java can't decode " + kind + ", but should");
  }

  private DecodedPicture read(ImageReader reader) throws IOException, PictureRefusedException {
    List<BufferedImage> frames = new ArrayList<>();
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    for (int i = 0; i < limits.frames(); i++) {
      try {
        long pixels = requireSize(reader.getWidth(i), reader.getHeight(i));
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / WORKING_PIXELS));
        how.setSourceSubsampling(step, step, 0, 0);
        frames.add(opaque(reader.read(i, how)));
      } catch (IndexOutOfBoundsException e) { // there are no more
        break;
      } catch (IOException
          | RuntimeException
          | PictureRefusedException
          | OutOfMemoryError e) { // frames before it are still compared
        if (frames.isEmpty()) {
          throw e;
        }
        break;
      }
    }
    if (frames.isEmpty()) {
      throw new IOException("a picture must have a frame");
    }
    return new DecodedPicture(width, height, frames);
  }

  private long requireSize(int width, int height) throws PictureRefusedException {
    long pixels = (long) width * height;
    if (pixels > limits.pixels() || width > limits.side() || height > limits.side()) {
      throw new PictureRefusedException(
          "picture-too-large",
          "a picture must have at most %d points and %d a side, but has %d by %d"
              .formatted(limits.pixels(), limits.side(), width, height));
    }
    return pixels;
  }

  /** Puts a picture on white, as browsers show it. */
  private static BufferedImage opaque(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }
}
