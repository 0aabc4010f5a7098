package org.vigie.classifier.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Numbers and texts one behind the other, as {@link ImageIn} reads them in the same order. */
public final class ImageOut {
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  /** An image's part without anything in it yet. */
  public ImageOut() {}

  public void number(int number) {
    room(Integer.BYTES).putInt(number);
  }

  public void decimal(double number) {
    room(Double.BYTES).putDouble(number);
  }

  public void flag(boolean flag) {
    room(1).put((byte) (flag ? 1 : 0));
  }

  public void bytes(byte[] values) {
    number(values.length);
    room(values.length).put(values);
  }

  public void flags(boolean[] values) {
    number(values.length);
    room(values.length);
    for (boolean value : values) {
      bytes.put((byte) (value ? 1 : 0));
    }
  }

  public void letters(char[] values) {
    number(values.length);
    ByteBuffer to = room(values.length * Character.BYTES);
    to.asCharBuffer().put(values);
    to.position(to.position() + values.length * Character.BYTES);
  }

  public void ints(int[] values) {
    number(values.length);
    ByteBuffer to = room(values.length * Integer.BYTES);
    to.asIntBuffer().put(values);
    to.position(to.position() + values.length * Integer.BYTES);
  }

  public void longs(long[] values) {
    number(values.length);
    ByteBuffer to = room(values.length * Long.BYTES);
    to.asLongBuffer().put(values);
    to.position(to.position() + values.length * Long.BYTES);
  }

  public void decimals(double[] values) {
    number(values.length);
    ByteBuffer to = room(values.length * Double.BYTES);
    to.asDoubleBuffer().put(values);
    to.position(to.position() + values.length * Double.BYTES);
  }

  /** Writes rows of numbers as one list and where each row ends. */
  public void rows(int[][] rows) {
    int[] ends = new int[rows.length];
    int end = 0;
    for (int i = 0; i < rows.length; i++) {
      end += rows[i].length;
      ends[i] = end;
    }
    int[] all = new int[end];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, ends[i] - rows[i].length, rows[i].length);
    }
    ints(ends);
    ints(all);
  }

  public void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    // A lone surrogate has no UTF-8: such a text is written letter by letter.
    boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(text);
    flag(whole);
    if (whole) {
      bytes(utf8);
    } else {
      letters(text.toCharArray());
    }
  }

  public void texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
  }

  /** Returns what was written, ready to be read. */
  public ByteBuffer written() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      long least = (long) bytes.position() + more;
      ByteBuffer larger =
          ByteBuffer.allocate(Math.toIntExact(Math.max(least, Math.min(2 * least, 1 << 30))))
              .order(ByteOrder.LITTLE_ENDIAN);
      larger.put(bytes.flip());
      bytes = larger;
    }
    return bytes;
  }
}
