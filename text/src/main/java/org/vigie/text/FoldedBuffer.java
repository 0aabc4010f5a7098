package org.vigie.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A normalised text in the making: characters with the place each came from. */
final class FoldedBuffer {
  private final SourcePositions places = new SourcePositions();
  private char[] chars;

  /** Null as long as no character has a trace. */
  private byte @Nullable [] traces;

  private int length;

  FoldedBuffer(int expectedLength) {
    chars = new char[Math.max(16, expectedLength)];
  }

  void append(char c, int start, int end, int trace) {
    if (length == chars.length) {
      grow();
    }
    chars[length] = c;
    places.append(start, end);
    length++;
    leave(length - 1, trace);
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
    leave(position, trace);
  }

  /** Lets the last character also cover what follows it, up to {@code end}. */
  void extendLast(int end, int trace) {
    if (length > 0) {
      places.extendLast(end);
      leave(length - 1, trace);
    }
  }

  private void leave(int position, int trace) {
    if (trace == Trace.NONE) {
      return;
    }
    byte[] all = traces;
    if (all == null) {
      all = new byte[chars.length];
      traces = all;
    }
    all[position] |= (byte) trace;
  }

  /** Returns the text; nothing may be appended afterwards. */
  NormalizedText toText(String original) {
    return new NormalizedText(original, new String(chars, 0, length), places, traces);
  }

  private void grow() {
    int capacity = chars.length + (chars.length >> 1) + 16;
    chars = Arrays.copyOf(chars, capacity);
    if (traces != null) {
      traces = Arrays.copyOf(traces, capacity);
    }
  }
}
