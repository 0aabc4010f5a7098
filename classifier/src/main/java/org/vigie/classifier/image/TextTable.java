package org.vigie.classifier.image;

import java.util.Collection;
import java.util.Objects;

/**
 * Texts in a flat table, numbered from 0 in the order in which they were given. It takes four
 * arrays for all of them where a hash map takes three objects for each.
 */
public final class TextTable {
  /** What {@link #find} returns for a text that isn't there. */
  public static final int ABSENT = -1;

  /** All texts, one behind the other. */
  private final char[] letters;

  /** Where each text ends in the letters. */
  private final int[] ends;

  /** An open-addressed table of numbers plus one, 0 where it is empty. */
  private final int[] slots;

  private TextTable(char[] letters, int[] ends, int[] slots) {
    this.letters = letters;
    this.ends = ends;
    this.slots = slots;
  }

  /**
   * Returns the table of some texts.
   *
   * @throws IllegalArgumentException if a text is there twice
   */
  public static TextTable of(Collection<String> texts) {
    int size = texts.size();
    char[] letters = new char[texts.stream().mapToInt(String::length).sum()];
    TextTable table =
        new TextTable(letters, new int[size], new int[Integer.highestOneBit(size + 1) << 2]);
    int number = 0;
    int end = 0;
    for (String text : texts) {
      text.getChars(0, text.length(), letters, end);
      end += text.length();
      table.ends[number] = end;
      table.enter(text, number++);
    }
    return table;
  }

  /** Reads what {@link #write} wrote. */
  public static TextTable read(ImageIn in) {
    TextTable table = new TextTable(in.letters(), in.ints(), in.ints());
    if (Integer.bitCount(table.slots.length) != 1 || table.slots.length <= table.size()) {
      throw new IllegalArgumentException(
          "a table needs a power of two of slots, more than texts, but has " + table.slots.length);
    }
    return table;
  }

  public void write(ImageOut out) {
    out.letters(letters);
    out.ints(ends);
    out.ints(slots);
  }

  /** Returns how many texts there are. */
  public int size() {
    return ends.length;
  }

  /** Returns the text of a number. */
  public String text(int number) {
    int start = start(number);
    return new String(letters, start, ends[number] - start);
  }

  /** Returns the number of a text, or {@link #ABSENT}. */
  public int find(String text) {
    int slot = slot(text);
    while (slots[slot] != 0) {
      if (is(slots[slot] - 1, text)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return ABSENT;
  }

  private void enter(String text, int number) {
    int slot = slot(text);
    while (slots[slot] != 0) {
      if (is(slots[slot] - 1, text)) {
        throw new IllegalArgumentException(
            "texts must differ, but number %d is number %d again"
                .formatted(number, slots[slot] - 1));
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
  }

  private boolean is(int number, String text) {
    int start = start(number);
    if (ends[number] - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (letters[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int start(int number) {
    Objects.checkIndex(number, ends.length);
    return number == 0 ? 0 : ends[number - 1];
  }

  private int slot(String text) {
    // Fibonacci hashing (Knuth, volume 3, section 6.4): a text's hash has poor high bits.
    return (int) ((text.hashCode() * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
  }
}
