package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.vigie.text.map.LongIntMap;

/**
 * Texts that are looked for all at once: one pass over what they may stand in, however many they
 * are. They are read byte by byte, each as the character of its number, whatever they say.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho and Corasick (1975)</a>
 */
public final class Needles {
  private static final int START = 0;

  /** State and byte → state. */
  private final LongIntMap next = new LongIntMap();

  /** Bytes with which a needle begins: most of what is read leads nowhere. */
  private final int[] fromStart = new int[256];

  /** State → the state of the longest other beginning that ends there. */
  private final int[] back;

  /** States in which a needle ends. */
  private final BitSet ends = new BitSet();

  private int states = 1;

  /**
   * @param needles texts as they are written in UTF-8; one that is empty is found nowhere
   */
  public Needles(Collection<String> needles) {
    Map<Integer, Map<Integer, Integer>> children = new HashMap<>();
    for (String needle : needles) {
      add(needle.getBytes(UTF_8), children);
    }
    back = new int[states];
    link(children);
  }

  private void add(byte[] needle, Map<Integer, Map<Integer, Integer>> children) {
    int state = START;
    for (byte one : needle) {
      int from = state;
      state =
          children
              .computeIfAbsent(from, unused -> new HashMap<>())
              .computeIfAbsent(one & 0xff, unused -> states++);
    }
    if (state != START) {
      ends.set(state);
    }
  }

  /** Finds for each state, the nearest first, where to go on when its needle doesn't. */
  private void link(Map<Integer, Map<Integer, Integer>> children) {
    children.getOrDefault(START, Map.of()).forEach((one, child) -> fromStart[one] = child);
    Deque<Integer> open = new ArrayDeque<>(children.getOrDefault(START, Map.of()).values());
    while (!open.isEmpty()) {
      int state = open.remove();
      if (ends.get(back[state])) {
        ends.set(state);
      }
      children
          .getOrDefault(state, Map.of())
          .forEach((one, child) -> {
            back[child] = step(back[state], one);
            next.put(key(state, one), child);
            open.add(child);
          });
    }
  }

  private static long key(int state, int one) {
    return (long) state << 8 | one;
  }

  private int step(int from, int one) {
    for (int state = from; state != START; state = back[state]) {
      int to = next.get(key(state, one));
      if (to != LongIntMap.ABSENT) {
        return to;
      }
    }
    return fromStart[one];
  }

  /**
   * Returns whether any of them stands in a text.
   *
   * @param text bytes as characters of their numbers (ISO 8859-1)
   */
  public boolean areIn(String text) {
    return areIn(text, after -> true);
  }

  /**
   * Returns whether any of them stands in a text with a certain end.
   *
   * @param ending tells by the place behind it whether a needle may end there
   */
  boolean areIn(String text, IntPredicate ending) {
    int state = START;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      state = one > 0xff ? START : step(state, one);
      if (state != START && ends.get(state) && ending.test(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
