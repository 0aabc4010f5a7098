package org.vigie.world.hostile;

import java.io.ByteArrayOutputStream;

/** Bits put together to bytes, the lowest first, as brotli has them (RFC 7932, section 1.5.1). */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int filled;

  BitWriter put(long value, int bits) {
    for (int i = 0; i < bits; i++) {
      current |= (int) ((value >>> i) & 1) << filled;
      if (++filled == 8) {
        flush();
      }
    }
    return this;
  }

  /** Goes on at the next whole byte. */
  BitWriter align() {
    if (filled > 0) {
      flush();
    }
    return this;
  }

  BitWriter put(byte[] whole) {
    bytes.writeBytes(whole);
    return this;
  }

  byte[] toBytes() {
    align();
    return bytes.toByteArray();
  }

  private void flush() {
    bytes.write(current);
    current = 0;
    filled = 0;
  }
}
