package org.vigie.text;

import java.util.Arrays;

/** A normalised text in the making: characters with the place each came from. */
final class FoldedBuffer {
  private char[] chars;
  private int[] starts;
  private int[] ends;
  private byte[] traces;
  private int length;

  FoldedBuffer(int expectedLength) {
    int capacity = Math.max(16, expectedLength);
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    traces = new byte[capacity];
  }

  void append(char c, int start, int end, int trace) {
    if (length == chars.length) {
      grow();
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    traces[length] = (byte) trace;
    length++;
  }

  int length() {
    return length;
  }

  boolean endsWithDigit() {
    return length > 0 && chars[length - 1] >= '0' && chars[length - 1] <= '9';
  }

  char charAt(int position) {
    return chars[position];
  }

  void replace(int position, char c, int trace) {
    chars[position] = c;
    traces[position] |= (byte) trace;
  }

  /** Lets the last character also cover what follows it, up to {@code end}. */
  void extendLast(int end, int trace) {
    if (length > 0) {
      ends[length - 1] = end;
      traces[length - 1] |= (byte) trace;
    }
  }

  /** Returns the text; nothing may be appended afterwards. */
  NormalizedText toText(String original) {
    boolean full = length == chars.length; // as nearly always, so that nothing need be copied
    return new NormalizedText(
        original,
        new String(chars, 0, length),
        full ? starts : Arrays.copyOf(starts, length),
        full ? ends : Arrays.copyOf(ends, length),
        full ? traces : Arrays.copyOf(traces, length));
  }

  private void grow() {
    int capacity = chars.length + (chars.length >> 1) + 16;
    chars = Arrays.copyOf(chars, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    traces = Arrays.copyOf(traces, capacity);
  }
}
