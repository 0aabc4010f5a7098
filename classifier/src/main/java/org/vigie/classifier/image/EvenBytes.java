package org.vigie.classifier.image;

import java.nio.ByteBuffer;

/** Bytes from which longer numbers can be read: on a JVM, wherever they begin. */
final class EvenBytes {
  private EvenBytes() {}

  static ByteBuffer of(ByteBuffer bytes) {
    return bytes;
  }
}
