package org.vigie.classifier.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads what {@link ImageOut} wrote, in the same order. Arrays are new ones, copied in one go.
 *
 * <p>Every method throws {@link RuntimeException} where something else stands there, which only a
 * file can hold that was not written by the same code.
 */
public final class ImageIn {
  /** What an empty text takes: whether it is UTF-8, and its length. */
  private static final int LEAST_TEXT = 1 + Integer.BYTES;

  private final ByteBuffer bytes;

  public ImageIn(ByteBuffer bytes) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  public int number() {
    return bytes.getInt();
  }

  public double decimal() {
    return bytes.getDouble();
  }

  public boolean flag() {
    return bytes.get() != 0;
  }

  public byte[] bytes() {
    byte[] values = new byte[length(1)];
    bytes.get(values);
    return values;
  }

  public boolean[] flags() {
    boolean[] values = new boolean[length(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.get() != 0;
    }
    return values;
  }

  public char[] letters() {
    char[] values = new char[length(Character.BYTES)];
    next(values.length * Character.BYTES).asCharBuffer().get(values);
    return values;
  }

  public int[] ints() {
    int[] values = new int[length(Integer.BYTES)];
    next(values.length * Integer.BYTES).asIntBuffer().get(values);
    return values;
  }

  public long[] longs() {
    long[] values = new long[length(Long.BYTES)];
    next(values.length * Long.BYTES).asLongBuffer().get(values);
    return values;
  }

  public double[] decimals() {
    double[] values = new double[length(Double.BYTES)];
    next(values.length * Double.BYTES).asDoubleBuffer().get(values);
    return values;
  }

  /** Returns rows of numbers. */
  public int[][] rows() {
    int[] ends = ints();
    int[] all = ints();
    int[] none = {};
    int[][] rows = new int[ends.length][];
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      Objects.checkFromToIndex(from, ends[i], all.length);
      int size = ends[i] - from;
      rows[i] = size == 0 ? none : new int[size];
      System.arraycopy(all, from, rows[i], 0, size);
      from = ends[i];
    }
    return rows;
  }

  public String text() {
    return flag() ? new String(bytes(), StandardCharsets.UTF_8) : new String(letters());
  }

  public List<String> texts() {
    int size = length(LEAST_TEXT);
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(text());
    }
    return texts;
  }

  /** A length that leads beyond the end is refused before so much memory is asked for. */
  private int length(int size) {
    int length = bytes.getInt();
    if (length < 0 || (long) length * size > bytes.remaining()) {
      throw new IllegalArgumentException(
          "a list must end in its part, which has %d bytes more, but has %d of %d"
              .formatted(bytes.remaining(), length, size));
    }
    return length;
  }

  /** Returns the next bytes as a buffer of their own. */
  private ByteBuffer next(int size) {
    ByteBuffer next = bytes.duplicate();
    next.limit(next.position() + size);
    bytes.position(next.limit());
    return EvenBytes.of(next.slice()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
