package org.vigie.page.instead.org.vigie.classifier.image;

import java.nio.ByteBuffer;

/** Bytes from which longer numbers can be read: in a browser, where they begin evenly. */
public final class EvenBytes {
  private EvenBytes() {}

  public static ByteBuffer of(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return ByteBuffer.wrap(copy);
  }
}
