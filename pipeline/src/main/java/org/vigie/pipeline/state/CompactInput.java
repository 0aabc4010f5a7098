package org.vigie.pipeline.state;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;

/** Reads what {@link CompactOutput} has written. */
public final class CompactInput {
  private final DataInputView in;

  /** Texts of this value that were read as words, in order. */
  private final List<String> words = new ArrayList<>();

  public CompactInput(DataInputView in) {
    this.in = in;
  }

  /** Reads a byte, from 0 to 255. */
  public int octet() throws IOException {
    return in.readUnsignedByte();
  }

  public long number() throws IOException {
    long value = 0;
    int shift = 0;
    int read = in.readUnsignedByte();
    while ((read & 0x80) != 0) {
      value |= (long) (read & 0x7f) << shift;
      shift += 7;
      read = in.readUnsignedByte();
    }
    return value | (long) read << shift;
  }

  public long signed() throws IOException {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  public double decimal() throws IOException {
    return in.readDouble();
  }

  public String text() throws IOException {
    return Wtf8.text(bytes());
  }

  public String word() throws IOException {
    long header = number();
    int place = (int) (header >>> 1);
    if ((header & 1) != 0 && place < words.size()) {
      return words.get(place);
    }
    String word =
        (header & 1) == 0 ? Wtf8.text(bytes(place)) : Beginnings.get(place - words.size()) + text();
    words.add(word);
    return word;
  }

  public List<String> words() throws IOException {
    List<String> values = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      values.add(word());
    }
    return values;
  }

  public PackedText packed() throws IOException {
    return new PackedText((int) number(), bytes());
  }

  public String id() throws IOException {
    int letter = octet();
    return letter == CompactOutput.PLAIN
        ? text()
        : (char) letter + "-" + HexFormat.of().formatHex(bytes(CompactOutput.ID_DIGITS / 2));
  }

  public Instant instant() throws IOException {
    long seconds = signed();
    return Instant.ofEpochSecond(seconds >> 1, (seconds & 1) == 0 ? 0 : number());
  }

  /** Reads an instant that was written as the time after another. */
  public Instant instant(Instant after) throws IOException {
    long seconds = signed();
    return Instant.ofEpochSecond(
        after.getEpochSecond() + (seconds >> 1), (seconds & 1) == 0 ? 0 : number());
  }

  public double fraction(int parts) throws IOException {
    long count = signed();
    return (count & 1) != 0 ? decimal() : (double) (count >> 1) / parts;
  }

  public List<String> texts() throws IOException {
    List<String> values = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      values.add(text());
    }
    return values;
  }

  public List<String> ids() throws IOException {
    List<String> values = new ArrayList<>();
    for (long left = number(); left > 0; left--) {
      values.add(id());
    }
    return values;
  }

  public SortedArrayMap<String, Long> counts() throws IOException {
    SortedArrayMap<String, Long> counts = new SortedArrayMap<>();
    for (long left = number(); left > 0; left--) {
      counts.put(text(), number());
    }
    return counts;
  }

  /** Reads as many counts as were written together. */
  public List<Map<String, Long>> counts(int several) throws IOException {
    long present = number();
    List<Map<String, Long>> read = new ArrayList<>();
    for (int i = 0; i < several; i++) {
      read.add((present & 1L << i) == 0 ? new SortedArrayMap<>() : counts());
    }
    return read;
  }

  /** Reads as many counts as were written together as words. */
  public List<Map<String, Long>> wordCounts(int several) throws IOException {
    long present = number();
    boolean once = (present & 1) != 0;
    List<Map<String, Long>> read = new ArrayList<>();
    for (int i = 0; i < several; i++) {
      SortedArrayMap<String, Long> counts = new SortedArrayMap<>();
      for (String word : (present & 2L << i) == 0 ? List.<String>of() : words()) {
        // Adds up: an earlier release wrote several words as one.
        counts.merge(word, once ? 1 : number(), Long::sum);
      }
      read.add(counts);
    }
    return read;
  }

  public SortedArrayMap<Long, Long> days() throws IOException {
    SortedArrayMap<Long, Long> days = new SortedArrayMap<>();
    long day = 0;
    for (long left = number(); left > 0; left--) {
      day += signed();
      days.put(day, number());
    }
    return days;
  }

  public byte[] bytes() throws IOException {
    return bytes((int) number());
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }
}
