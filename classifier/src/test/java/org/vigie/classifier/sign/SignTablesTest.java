package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of signs say what plain, slow ones say. */
class SignTablesTest {
  private static final long SEED = 20_261_129L;

  @Test
  void addsRowsOfBytesLikeOneByteAfterAnother() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int columns = 1 + random.nextInt(70);
      int height = 1 + random.nextInt(900);
      byte[] table = new byte[columns * height];
      random.nextBytes(table);
      if (round % 3 == 0) {
        Arrays.fill(table, round % 2 == 0 ? Byte.MIN_VALUE : Byte.MAX_VALUE);
      }
      int[] rows = random.ints(random.nextInt(1_500), 0, height).sorted().toArray();
      int[] sums = random.ints(columns).toArray();
      int[] expected = sums.clone();
      for (int row : rows) {
        for (int k = 0; k < columns; k++) {
          expected[k] += table[row * columns + k];
        }
      }

      ByteRows.add(table, rows, rows.length, sums);

      assertThat(sums).isEqualTo(expected);
    }
  }

  @Test
  void findsAllWordsThatBeginAtAPlace() {
    Random random = new Random(SEED);
    AtomTable.Builder builder = new AtomTable.Builder(10);
    TreeMap<String, List<Integer>> plain = new TreeMap<>();
    for (int atom = 0; atom < 5_000; atom++) {
      String word = word(random, 1 + random.nextInt(9));
      builder.add(word, atom);
      plain.computeIfAbsent(word, w -> new ArrayList<>()).add(atom);
    }
    AtomTable table = builder.build();
    for (int round = 0; round < 3_000; round++) {
      String text = word(random, random.nextInt(30));
      int from = random.nextInt(text.length() + 1);
      List<String> found = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int end = from + 1; end <= text.length(); end++) {
        for (int atom : plain.getOrDefault(text.substring(from, end), List.of())) {
          expected.add(atom + " to " + end);
        }
      }

      table.walk(text, from, (atom, end) -> found.add(atom + " to " + end));

      assertThat(found).isEqualTo(expected);
    }
  }

  @Test
  void findsTheListedWordsThatAWordIsOneEditFrom() {
    Random random = new Random(SEED);
    List<String> listed = new ArrayList<>(new TreeSet<>(words(random, 400)));
    Misspellings misspellings = new Misspellings();
    for (int atom = 0; atom < listed.size(); atom++) {
      misspellings.add(listed.get(atom), atom);
    }
    misspellings.freeze();
    Misspellings.Candidates candidates = new Listed(listed);
    int met = 0;
    for (int round = 0; round < 3_000; round++) {
      int meant = random.nextInt(listed.size());
      StringBuilder typed = new StringBuilder(listed.get(meant));
      int at = 1 + random.nextInt(typed.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> typed.deleteCharAt(at);
        case 1 -> typed.insert(at, 'z');
        default -> typed.setCharAt(at, 'z');
      }
      List<Integer> found = new ArrayList<>();

      misspellings.find(typed.toString(), candidates, found::add);

      assertThat(found)
          .allMatch(atom -> Misspellings.isNear(listed.get(atom), typed.toString(), false));
      assertThat(found).as(typed.toString()).contains(meant);
      met++;
    }
    assertThat(met).isEqualTo(3_000);
  }

  private record Listed(List<String> words) implements Misspellings.Candidates {
    @Override
    public String letters(int atom) {
      return words.get(atom);
    }

    @Override
    public boolean openEnd(int atom) {
      return false;
    }
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      int length = 7 + random.nextInt(8);
      for (int k = 0; k < length; k++) {
        word.append((char) ('a' + random.nextInt(25)));
      }
      words.add(word.toString());
    }
    return words;
  }

  /** Letters of few kinds, so that words begin alike. */
  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("ab\u0436\u4E2D".charAt(random.nextInt(4)));
    }
    return word.toString();
  }
}
