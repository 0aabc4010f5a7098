package org.vigie.exchange.deconflict;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answering agency's contacts as it shows them: for each the first half of its output, sorted,
 * with the number of the desk to call, which only the second half of the same output uncovers. They
 * are filled up with random ones.
 *
 * @param bytes entries of 17 bytes, in ascending order
 */
record HeldTags(byte[] bytes) {
  /** Bytes of an entry: a tag and a covered number. */
  static final int ENTRY = 17;

  /** 16 bytes: two of a million entries each meet by chance once in 2^88 answers. */
  static final int TAG = 16;

  /** The most desks, whose number is one byte. */
  static final int MOST_DESKS = 256;

  /** One contact's output, with the number of its desk. */
  record Held(byte[] output, int desk) {}

  static HeldTags of(List<Held> held, SecureRandom random) {
    byte[][] entries = new byte[SetSize.of(held.size())][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = i < held.size() ? entry(held.get(i)) : filling(random);
    }
    Arrays.parallelSort(entries, Arrays::compareUnsigned);
    byte[] bytes = new byte[entries.length * ENTRY];
    for (int i = 0; i < entries.length; i++) {
      System.arraycopy(entries[i], 0, bytes, i * ENTRY, ENTRY);
    }
    return new HeldTags(bytes);
  }

  /** Returns the number of the desk that holds what an output is of, if one does. */
  Optional<Integer> deskOf(byte[] output) {
    int low = 0;
    int high = bytes.length / ENTRY - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = middle * ENTRY;
      int order = Arrays.compareUnsigned(bytes, at, at + TAG, output, 0, TAG);
      if (order == 0) {
        return Optional.of((bytes[at + TAG] ^ output[TAG]) & 0xFF);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** Returns what an agency shows of one contact. */
  static byte[] entry(Held held) {
    byte[] entry = Arrays.copyOf(held.output, ENTRY);
    entry[TAG] ^= (byte) held.desk;
    return entry;
  }

  private static byte[] filling(SecureRandom random) {
    byte[] entry = new byte[ENTRY];
    random.nextBytes(entry);
    return entry;
  }
}
