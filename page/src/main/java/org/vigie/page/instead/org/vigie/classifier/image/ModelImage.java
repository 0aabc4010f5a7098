package org.vigie.page.instead.org.vigie.classifier.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/** The parts of the page's data: none is ever made anew. */
public final class ModelImage {
  private final Map<String, ByteBuffer> known;

  private ModelImage(Map<String, ByteBuffer> known) {
    this.known = known;
  }

  public static ModelImage none() {
    return new ModelImage(Map.of());
  }

  public static ModelImage of(Map<String, ByteBuffer> parts) {
    return new ModelImage(parts);
  }

  /** How a part is written. */
  public interface Writer<T> {
    void write(T part, ImageOut to);
  }

  /** How a part is read. */
  public interface Reader<T> {
    T read(ImageIn from);
  }

  /** How a part is made of its files. */
  public interface Maker<T> {
    T make() throws IOException;
  }

  public <T> T part(String name, Writer<T> writer, Reader<T> reader, Maker<T> maker)
      throws IOException {
    ByteBuffer bytes = known.get(name);
    if (bytes == null) {
      throw new IOException("the page's data must have the part " + name + ", but has not");
    }
    return reader.read(new ImageIn(bytes));
  }

  public boolean isNone() {
    return false;
  }
}
