package org.vigie.pipeline.state;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes values in few bytes, as {@link CompactInput} reads them. */
public final class CompactOutput {
  /** Hexadecimal digits of an id that is derived from content. */
  static final int ID_DIGITS = 20;

  /** Stands where another text than such an id is. */
  static final int PLAIN = 0;

  private final DataOutputView out;

  /** Texts of this value that were written as words, with their numbers. */
  private final Map<String, Integer> words = new HashMap<>();

  public CompactOutput(DataOutputView out) {
    this.out = out;
  }

  /** Writes a byte, of which the lowest eight bits count. */
  public void octet(int value) throws IOException {
    out.writeByte(value);
  }

  /** Writes a number that is small and not negative most of the time: seven bits a byte. */
  public void number(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Writes a number that is near zero most of the time, on either side. */
  public void signed(long value) throws IOException {
    number((value << 1) ^ (value >> 63));
  }

  public void decimal(double value) throws IOException {
    out.writeDouble(value);
  }

  /** Writes bytes: how many, then these. */
  public void bytes(byte[] value) throws IOException {
    number(value.length);
    out.write(value);
  }

  /** Writes a text: its length in bytes of UTF-8, then these. */
  public void text(String value) throws IOException {
    bytes(Wtf8.bytes(value));
  }

  /**
   * Writes a text that may well be in the same value once more, which then takes a byte or two, and
   * that often begins like others. An even number is the length of a text that follows; an odd one
   * names an earlier text of the value or, beyond these, a {@linkplain Beginnings beginning}.
   */
  public void word(String value) throws IOException {
    Integer known = words.putIfAbsent(value, words.size());
    if (known != null) {
      number(2L * known + 1);
      return;
    }
    int before = words.size() - 1;
    int beginning = Beginnings.of(value);
    if (beginning == Beginnings.NONE) {
      byte[] bytes = Wtf8.bytes(value);
      number(2L * bytes.length);
      out.write(bytes);
    } else {
      number(2L * (before + beginning) + 1);
      text(value.substring(Beginnings.get(beginning).length()));
    }
  }

  public void words(Collection<String> values) throws IOException {
    number(values.size());
    for (String value : values) {
      word(value);
    }
  }

  /** Writes a letter, a hyphen and 20 hexadecimal digits in 11 bytes, any other text as it is. */
  public void id(String value) throws IOException {
    byte @Nullable [] derived = derived(value);
    if (derived == null) {
      octet(PLAIN);
      text(value);
    } else {
      out.write(derived);
    }
  }

  /**
   * Writes whole seconds in four bytes or so, and what is beyond them only if there is something.
   */
  public void instant(Instant value) throws IOException {
    signed((value.getEpochSecond() << 1) | (value.getNano() == 0 ? 0 : 1));
    if (value.getNano() != 0) {
      number(value.getNano());
    }
  }

  /** Writes how long after another instant one is, or before. */
  public void instant(Instant value, Instant after) throws IOException {
    signed(
        ((value.getEpochSecond() - after.getEpochSecond()) << 1) | (value.getNano() == 0 ? 0 : 1));
    if (value.getNano() != 0) {
      number(value.getNano());
    }
  }

  /**
   * Writes a number with few decimals by how many of a fraction it is, any other one in nine bytes.
   *
   * @param parts of which one makes up 1
   */
  public void fraction(double value, int parts) throws IOException {
    long count = Math.round(value * parts);
    boolean whole =
        Math.abs(count) < 1L << 62 && Double.compare((double) count / parts, value) == 0;
    signed(whole ? count << 1 : 1);
    if (!whole) {
      decimal(value);
    }
  }

  public void texts(Collection<String> values) throws IOException {
    number(values.size());
    for (String value : values) {
      text(value);
    }
  }

  public void ids(Collection<String> values) throws IOException {
    number(values.size());
    for (String value : values) {
      id(value);
    }
  }

  /** Writes how often each text was counted, in the texts' order. */
  public void counts(Map<String, Long> counts) throws IOException {
    number(counts.size());
    for (Map.Entry<String, Long> count : SortedArrayMap.of(counts).entrySet()) {
      text(count.getKey());
      number(count.getValue());
    }
  }

  /** Writes several counts, at most 31, and of those that are empty only that they are. */
  public void counts(List<Map<String, Long>> several) throws IOException {
    int present = 0;
    for (int i = 0; i < several.size(); i++) {
      present |= several.get(i).isEmpty() ? 0 : 1 << i;
    }
    number(present);
    for (Map<String, Long> counts : several) {
      if (!counts.isEmpty()) {
        counts(counts);
      }
    }
  }

  /** Writes several counts as words, at most 30, and of those that are empty only that they are. */
  public void wordCounts(List<Map<String, Long>> several) throws IOException {
    boolean once = true;
    int present = 0;
    for (int i = 0; i < several.size(); i++) {
      Map<String, Long> counts = several.get(i);
      if (!counts.isEmpty()) {
        present |= 2 << i;
        once = once && areOne(counts);
      }
    }
    number(once ? present | 1 : present);
    for (Map<String, Long> counts : several) {
      if (!counts.isEmpty()) {
        Map<String, Long> sorted = SortedArrayMap.of(counts);
        words(sorted.keySet());
        for (long count : once ? List.<Long>of() : sorted.values()) {
          number(count);
        }
      }
    }
  }

  private static boolean areOne(Map<String, Long> counts) {
    for (long count : counts.values()) {
      if (count != 1) {
        return false;
      }
    }
    return true;
  }

  /** Writes how often each day was counted, by the distance to the day before. */
  public void days(Map<Long, Long> days) throws IOException {
    number(days.size());
    long before = 0;
    for (Map.Entry<Long, Long> count : SortedArrayMap.of(days).entrySet()) {
      signed(count.getKey() - before);
      number(count.getValue());
      before = count.getKey();
    }
  }

  /** Returns the letter and what the digits of a derived id stand for; null of any other text. */
  private static byte @Nullable [] derived(String value) {
    if (value.length() != 2 + ID_DIGITS || value.charAt(1) != '-' || !isLetter(value.charAt(0))) {
      return null;
    }
    byte[] derived = new byte[1 + ID_DIGITS / 2];
    derived[0] = (byte) value.charAt(0);
    for (int i = 1; i < derived.length; i++) {
      int octet = digit(value.charAt(2 * i)) << 4 | digit(value.charAt(2 * i + 1));
      if (octet < 0) {
        return null;
      }
      derived[i] = (byte) octet;
    }
    return derived;
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  /** Returns what a lower-case hexadecimal digit stands for, or -1. */
  private static int digit(char digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
  }
}
